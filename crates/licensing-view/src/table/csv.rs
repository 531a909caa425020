//! A table as a file: comma-separated values after RFC 4180, which spreadsheets open without running anything.

use super::{Column, Row};

/// How a file begins, so that spreadsheets take it for UTF-8.
pub const BEGINNING: &str = "\u{feff}";

/// Appends the line of the column heads. Columns without a title hold buttons and are left out.
pub fn head(line: &mut String, columns: &[Column]) {
    write(line, columns.iter().filter(|column| column.is_data()).map(|column| column.name.as_str()));
}

/// Appends the line of a row.
pub fn row(line: &mut String, columns: &[Column], row: &Row) {
    let cells = columns.iter().zip(&row.cells).filter(|(column, _)| column.is_data());
    let texts: Vec<String> = cells.map(|(_, cell)| cell.plain()).collect();
    write(line, texts.iter().map(String::as_str));
}

/// Appends a line.
pub(crate) fn write<'a>(line: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            line.push(',');
        }
        write_cell(line, cell);
    }
    line.push_str("\r\n");
}

/// What a formula begins with, as spreadsheets read it: full-width signs as well.
const SIGNS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
/// What stands between values where another list separator than the comma is set.
const SEPARATORS: [char; 3] = [';', '\t', '|'];

/// One value: always in quotes, and with an apostrophe before what a spreadsheet would take for a formula, at the beginning
/// or behind what another one takes for a separator.
fn write_cell(line: &mut String, cell: &str) {
    line.push('"');
    let mut is_beginning = true;
    for letter in cell.chars() {
        if is_beginning && SIGNS.contains(&letter) {
            line.push('\'');
        }
        if letter == '"' {
            line.push('"');
        }
        line.push(letter);
        // Blanks before a sign are passed over, and so are quotes by a reader that splits elsewhere.
        let is_passed_over = is_beginning && (letter == ' ' || letter == '"');
        is_beginning = is_passed_over || SEPARATORS.contains(&letter);
    }
    line.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(cells: &[&str]) -> String {
        let mut line = String::new();
        write(&mut line, cells.iter().copied());
        line
    }

    #[test]
    fn every_value_is_quoted() {
        assert_eq!(line(&["Noor Visser", "", "7 of 10", "Ægir"]), "\"Noor Visser\",\"\",\"7 of 10\",\"Ægir\"\r\n");
    }

    #[test]
    fn what_would_break_a_line_is_quoted() {
        assert_eq!(line(&["Bos, Femke", "a \"b\"", "c\r\nd"]), "\"Bos, Femke\",\"a \"\"b\"\"\",\"c\r\nd\"\r\n");
    }

    #[test]
    fn no_value_runs_as_a_formula() {
        let formulas = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=\"x\",1", "＝1+1", "＋1", "－1", "＠SUM(A1)"];
        for formula in formulas {
            assert!(line(&[formula]).starts_with("\"'"), "{formula}");
            // Where the list separator is another one, a value can hold several.
            let hidden = line(&[&format!("a;{formula};b")]);
            assert!(hidden.starts_with("\"a;'"), "{hidden}");
        }
        assert_eq!(line(&["a; =1"]), "\"a; '=1\"\r\n");
        assert_eq!(line(&["a=1"]), "\"a=1\"\r\n");
    }

    #[test]
    fn another_reader_reads_back_what_was_written() {
        let cells = ["", " ", "\"", "\"\"", "a\"", ",", "\n", "x,\"y\"\r\nz", "'", "=", "\u{0}", "é 😀", "a\nb"];
        let rows: Vec<Vec<&str>> = (0..cells.len()).map(|at| vec![cells[at], cells[cells.len() - 1 - at]]).collect();
        let file: String = rows.iter().map(|row| line(row)).collect();
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(file.as_bytes());
        for (row, read) in rows.iter().zip(reader.records()) {
            let neutral = |cell: &&str| format!("{}{cell}", if cell.starts_with(['=', '\n']) { "'" } else { "" });
            let expected: Vec<String> = row.iter().map(neutral).collect();
            assert_eq!(read.unwrap_or_default().iter().collect::<Vec<_>>(), expected);
        }
        assert_eq!(reader.records().count(), 0);
    }
}
