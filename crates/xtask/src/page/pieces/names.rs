//! Short names between the page's module and its script.
//!
//! `wasm-bindgen` gives a name of some thirty letters to each function of the browser that the module calls, and half of
//! them tell nothing twice: no compressor can do anything about a digest. Everybody fetches them, in the module and in the
//! script.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::module::{HEADER, IMPORTS, Reader, number, sized};
use super::{NAME, failed, main_piece};

/// Renames in both what the main piece in `folder` imports from its script.
pub(super) fn shorten(folder: &Path) -> Result<(), String> {
    let (module, script) = (main_piece(folder), folder.join(format!("{NAME}.js")));
    let text = fs::read_to_string(&script).map_err(failed(&script))?;
    let bytes = fs::read(&module).map_err(failed(&module))?;
    // The name under which the script hands over what it has.
    let given = format!("./{NAME}_bg.js");
    let names =
        Names::of(&bytes, &text, &given).ok_or("`wasm-bindgen` writes its script in another way than it did")?;
    fs::write(&script, names.in_script(&text)).map_err(failed(&script))?;
    let renamed = names.in_module(&bytes, &given).ok_or_else(|| format!("`{}` is no module", module.display()))?;
    fs::write(&module, renamed).map_err(failed(&module))
}

/// The long names with their short ones.
struct Names(BTreeMap<String, String>);

impl Names {
    /// Short names for what `module` imports from `given`. None if one of them is not in the script exactly once, or if
    /// `module` is no module.
    fn of(module: &[u8], script: &str, given: &str) -> Option<Self> {
        let mut names = BTreeMap::new();
        each_import(module, |from, name, _| {
            if from == given && !names.contains_key(name) {
                names.insert(name.to_owned(), short(names.len()));
            }
        })?;
        let mut found = BTreeMap::<&str, usize>::new();
        for word in words(script).filter(|word| names.contains_key(*word)) {
            *found.entry(word).or_default() += 1;
        }
        let is_once = |name: &String| found.get(name.as_str()) == Some(&1);
        names.keys().all(is_once).then_some(Self(names))
    }

    fn in_script(&self, script: &str) -> String {
        words(script).map(|word| self.0.get(word).map_or(word, String::as_str)).collect()
    }

    fn in_module(&self, module: &[u8], given: &str) -> Option<Vec<u8>> {
        let (mut imports, mut count) = (Vec::new(), 0);
        let (before, after) = each_import(module, |from, name, kind_and_type| {
            let name = if from == given { self.0.get(name).map_or(name, String::as_str) } else { name };
            imports.extend([&sized(from.as_bytes()), &sized(name.as_bytes()), kind_and_type].concat());
            count += 1;
        })?;
        Some([before, &[IMPORTS], &sized(&[number(count), imports].concat()), after].concat())
    }
}

/// Goes through what a module imports: from which module, by which name, and of what kind and type. Answers with what
/// stands before and after the section of the imports. None if it is no module, or one that imports nothing.
fn each_import(module: &[u8], mut each: impl FnMut(&str, &str, &[u8])) -> Option<(&[u8], &[u8])> {
    let mut sections = Reader(module.strip_prefix(&HEADER)?);
    loop {
        let before = module.len() - sections.0.len();
        let id = sections.byte()?;
        let mut section = Reader(sections.sized()?);
        if id == IMPORTS {
            for _ in 0..section.number()? {
                let from = str::from_utf8(section.sized()?).ok()?;
                let name = str::from_utf8(section.sized()?).ok()?;
                each(from, name, section.kind_and_type()?);
            }
            return Some((module.get(..before)?, sections.0));
        }
    }
}

/// The words of a script, and what stands between them.
fn words(script: &str) -> impl Iterator<Item = &str> {
    let is_of_word = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '$';
    let mut rest = script;
    std::iter::from_fn(move || {
        let in_word = is_of_word(rest.chars().next()?);
        let end = rest.find(|letter| is_of_word(letter) != in_word).unwrap_or(rest.len());
        let (word, left) = rest.split_at_checked(end)?;
        rest = left;
        Some(word)
    })
}

/// The name with this number: `a` to `z`, `aa`, `ab`, and so on.
fn short(number: usize) -> String {
    let (more, last) = (number / 26, number % 26);
    let letter = char::from(b"abcdefghijklmnopqrstuvwxyz".get(last).copied().unwrap_or(b'_'));
    if more == 0 { letter.to_string() } else { format!("{}{letter}", short(more - 1)) }
}

#[cfg(test)]
mod tests {
    use super::{HEADER, IMPORTS, Names, short, sized};

    const SCRIPT: &str =
        r#"import*as s from"./load.js";x={"./m_bg.js":{__wbg_now_12:()=>1,__wbg_now_1:()=>"__wbg"},"./load.js":s};"#;

    /// Imports these functions from these modules.
    fn module(imports: &[(&str, &str)]) -> Vec<u8> {
        let import =
            |(from, name): &(&str, &str)| [sized(from.as_bytes()), sized(name.as_bytes()), vec![0, 3]].concat();
        let all = [vec![u8::try_from(imports.len()).unwrap_or_default()], imports.iter().flat_map(import).collect()];
        [HEADER.to_vec(), vec![1, 1, 0, IMPORTS], sized(&all.concat()), vec![7, 1, 0]].concat()
    }

    #[test]
    fn what_the_script_gives_is_renamed_in_both_and_nothing_else() {
        let before = module(&[("./m_bg.js", "__wbg_now_1"), ("./load.js", "piece"), ("./m_bg.js", "__wbg_now_12")]);
        let after = module(&[("./m_bg.js", "a"), ("./load.js", "piece"), ("./m_bg.js", "b")]);
        let names = Names::of(&before, SCRIPT, "./m_bg.js");
        assert_eq!(names.as_ref().and_then(|names| names.in_module(&before, "./m_bg.js")), Some(after));
        let script = SCRIPT.replace("__wbg_now_12", "b").replace("__wbg_now_1", "a");
        assert_eq!(names.map(|names| names.in_script(SCRIPT)), Some(script));
    }

    #[test]
    fn a_name_that_the_script_has_not_or_twice_is_not_guessed_at() {
        let before = module(&[("./m_bg.js", "__wbg_now_1")]);
        assert!(Names::of(&before, "x={__wbg_now_12:1}", "./m_bg.js").is_none());
        assert!(Names::of(&before, "x={__wbg_now_1:1,__wbg_now_1:2}", "./m_bg.js").is_none());
        assert!(Names::of(b"no module", SCRIPT, "./m_bg.js").is_none());
    }

    #[test]
    fn short_names_are_all_different() {
        let names: std::collections::BTreeSet<String> = (0..2000).map(short).collect();
        assert_eq!(names.len(), 2000);
        assert_eq!([short(0), short(25), short(26), short(701)], ["a", "z", "aa", "zz"]);
    }
}
