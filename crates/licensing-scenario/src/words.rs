//! Names, frozen with version 1: links name them by position, samples draw them, and the coder of texts reads them
//! before it begins, so no list ever changes. Another list would come with another version.

/// How many given names there are.
pub(crate) const GIVEN_COUNT: usize = 128;
/// How many family names there are.
pub(crate) const FAMILY_COUNT: usize = 256;

/// The given names, rising by their bytes.
pub(crate) const GIVEN: Words<GIVEN_COUNT> = Words::new(
    "Ahmed,Aigerim,Aisha,Alice,Amelie,Amira,Andrei,Anna,Arthur,Astrid,Bart,Beatriz,Ben,Bram,\
    Carmen,Cem,Chloe,Clara,Daan,David,Diego,Dilan,Elena,Eline,Emil,Emma,Erik,Esra,Eva,Fatima,\
    Felix,Femke,Finn,Floor,Freya,Gabriel,Gijs,Giulia,Hamza,Hanna,Helena,Hugo,Ibrahim,Ilse,\
    Ines,Ingrid,Isabel,Ivan,Jan,Jasmijn,Jeroen,Jonas,Joris,Julia,Kaja,Karim,Katarina,Khalid,\
    Klaas,Lars,Layla,Leon,Lina,Lotte,Louise,Luca,Lucas,Magnus,Marek,Maria,Marta,Matteo,Maud,\
    Mehmet,Mei,Mila,Milan,Mohammed,Nadia,Niels,Nina,Noor,Nora,Olga,Omar,Oskar,Paul,Paula,\
    Pavel,Pieter,Priya,Quinten,Rachid,Rafael,Rania,Ronan,Roos,Rosa,Ruben,Sami,Samira,Sanne,\
    Sara,Saskia,Selma,Sem,Simon,Sofia,Stijn,Sven,Tariq,Tess,Thomas,Tim,Tomas,Ursula,Valeria,\
    Vera,Victor,Willem,Wouter,Xander,Yara,Yasmin,Yusuf,Zara,Zeynep,Zoe",
);

/// The family names, rising by their bytes.
pub(crate) const FAMILY: Words<FAMILY_COUNT> = Words::new(
    "Abebe,Ahmadi,Ali,Alvarez,Andersson,Arslan,Aslan,Aydin,Bakker,Becker,Benali,Bernard,Bianchi,\
    Blom,Bonnet,Bos,Bosch,Bosman,Bouzid,Braun,Brouwer,Brown,Castell,Celik,Cerny,Chen,\
    Christensen,Claes,Colombo,Conti,Costa,Das,Dekker,Demir,Diallo,Diaz,Dijkstra,Dimitrov,Dogan,\
    Driessen,Duarte,Dubois,Dumitru,Dupont,Dvorak,El Amrani,Eriksson,Esposito,Evans,Evers,\
    Fernandez,Ferrari,Ferreira,Fischer,Fournier,Gallo,Garcia,Garnier,Georgiev,Gerritsen,Girard,\
    Gomez,Gonzalez,Goossens,Greco,Groen,Gupta,Haddad,Haddou,Hansen,Hartmann,Hendriks,Hermans,\
    Hoekstra,Hoffmann,Hofman,Horvath,Hosseini,Huisman,Hussain,Ionescu,Ivanov,Jacobs,Jansen,\
    Janssen,Jensen,Johansen,Johansson,Jones,Kaminski,Karimi,Karlsson,Keller,Khan,Klein,Koch,Kok,\
    Korhonen,Koster,Kovacs,Kowalski,Kramer,Krause,Kuijpers,Kuiper,Kumar,Lambert,Lange,Larsen,\
    Larsson,Laurent,Leclerc,Lee,Leroy,Lewandowski,Li,Lindqvist,Liu,Lopez,Maas,Maes,Makinen,\
    Mansouri,Marino,Martens,Martinez,Martins,Meijer,Mensah,Mertens,Meyer,Molenaar,Moreau,Moreno,\
    Mulder,Muller,Murphy,Nagy,Navarro,Neumann,Nguyen,Nielsen,Nieminen,Nikolaidis,Nilsson,Novak,\
    Novotny,Nowak,Nyman,Okafor,Oliveira,Olsen,Olsson,Ozturk,Papadopoulos,Park,Patel,Pedersen,\
    Peeters,Pereira,Perez,Persson,Peters,Petit,Pham,Popa,Popescu,Postma,Prins,Prochazka,Ramos,\
    Rasmussen,Ricci,Richter,Rodrigues,Rodriguez,Romano,Romero,Rossi,Rousseau,Roux,Ruiz,Russo,\
    Sadykova,Sahin,Sanchez,Sanders,Santos,Sato,Schmidt,Schneider,Scholten,Schouten,Schroder,\
    Schwarz,Sharma,Silva,Simon,Singh,Smit,Smith,Smits,Sorensen,Sousa,Stan,Suzuki,Svensson,\
    Svoboda,Szabo,Szymanski,Tanaka,Taylor,Timmermans,Torres,Toth,Tran,Varga,Verhoeven,Vermeer,\
    Virtanen,Visser,Vos,Wagner,Wang,Weber,Willems,Willemsen,Wisniewski,Wolf,Wolters,Wouters,\
    Wozniak,Yang,Yilmaz,Zhang,Zielinski,Zimmermann,de Boer,de Graaf,de Groot,de Jong,de Vries,\
    de Wit,van Beek,van Dam,van Dijk,van Leeuwen,van Veen,van Vliet,van Wijk,van de Ven,\
    van den Berg,van der Heijden,van der Linden,van der Meer,van der Wal",
);

/// What departments of sample companies are called.
pub(crate) const DEPARTMENTS: Words<12> = Words::new(
    "Sales,Support,Finance,Engineering,Marketing,Operations,Legal,Research,Logistics,Service desk,Production,\
    Human resources",
);

/// What groups of sample companies are called that add a license to others.
pub(crate) const ADD_ONS: Words<5> =
    Words::new("Meeting hosts,Power BI users,Project leads,Visio users,Analytics pilot");

/// Where sample companies are.
pub(crate) const CITIES: Words<30> = Words::new(
    "Utrecht,Rotterdam,Eindhoven,Groningen,Antwerp,Ghent,Brussels,Hamburg,Berlin,Munich,Paris,Lyon,Lille,Madrid,\
    Valencia,Porto,Milan,Turin,Vienna,Prague,Warsaw,Gdansk,Stockholm,Malmo,Oslo,Aarhus,Helsinki,Dublin,Leeds,Almaty",
);

/// A list of words in one text, with commas between them.
#[derive(Clone, Copy)]
pub(crate) struct Words<const COUNT: usize> {
    text: &'static str,
    /// Where each word begins.
    starts: [u16; COUNT],
}

impl<const COUNT: usize> Words<COUNT> {
    #[expect(clippy::indexing_slicing, reason = "runs when the crate is compiled; a wrong count stops that")]
    const fn new(text: &'static str) -> Words<COUNT> {
        let bytes = text.as_bytes();
        let mut starts = [0_u16; COUNT];
        let (mut at, mut word) = (0, 1);
        while at < bytes.len() {
            if bytes[at] == b',' {
                starts[word] = (at + 1) as u16;
                word += 1;
            }
            at += 1;
        }
        Words { text, starts }
    }

    /// How many words there are.
    pub(crate) const fn len(&self) -> usize {
        COUNT
    }

    /// The word at this position; an empty one behind the last.
    pub(crate) fn get(&self, at: usize) -> &'static str {
        let start = self.starts.get(at).map_or(self.text.len(), |start| usize::from(*start));
        let rest = self.text.get(start..).unwrap_or_default();
        rest.split_once(',').map_or(rest, |(word, _)| word)
    }

    /// The position of a word in a list that rises.
    pub(crate) fn find(&self, word: &str) -> Option<usize> {
        let (mut low, mut high) = (0, COUNT);
        while low < high {
            let middle = low.midpoint(high);
            match self.get(middle).cmp(word) {
                core::cmp::Ordering::Less => low = middle + 1,
                core::cmp::Ordering::Equal => return Some(middle),
                core::cmp::Ordering::Greater => high = middle,
            }
        }
        None
    }

    /// All words, one behind the other, with commas between them.
    pub(crate) const fn text(&self) -> &'static str {
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check<const COUNT: usize>(words: &Words<COUNT>) {
        assert_eq!(words.text().split(',').count(), COUNT);
        for (at, word) in words.text().split(',').enumerate() {
            assert_eq!(words.get(at), word);
            assert_eq!(words.find(word), Some(at), "{word} is out of order");
        }
        assert_eq!((words.get(COUNT), words.find("Nobody")), ("", None));
    }

    #[test]
    fn every_word_is_found_where_it_stands() {
        check(&GIVEN);
        check(&FAMILY);
    }

    #[test]
    fn the_lists_are_frozen() {
        let lists = [GIVEN.text(), FAMILY.text(), DEPARTMENTS.text(), ADD_ONS.text(), CITIES.text()];
        let checksums = lists.map(|list| crate::checksum::crc32(list.as_bytes()));
        assert_eq!(checksums, [3_553_860_255, 2_313_852_801, 2_338_103_084, 3_423_534_478, 2_366_466_590]);
    }
}
