//! From one line to a document of many: what fits stays on one line, so that two documents can be compared line by line.

use alloc::string::String;

/// The longest line, with what it is indented by.
const WIDTH: usize = 120;

/// The one value of a line as a document.
pub(super) fn document(line: &str) -> String {
    let mut layout = Layout { line, at: 0, text: String::with_capacity(line.len()) };
    layout.value(0);
    layout.text.push('\n');
    layout.text
}

/// A line that is being laid out.
struct Layout<'l> {
    line: &'l str,
    /// The byte that comes next.
    at: usize,
    text: String,
}

impl Layout<'_> {
    fn next(&self) -> Option<u8> {
        self.line.as_bytes().get(self.at).copied()
    }

    fn value(&mut self, depth: usize) {
        let end = match self.next() {
            Some(b'{' | b'[') => {
                let most = WIDTH.saturating_sub(depth.saturating_mul(2));
                // The outermost value is never one line.
                self.end_within(most).filter(|_| depth > 0)
            }
            _ => self.end_within(usize::MAX),
        };
        match end {
            Some(end) => self.take(end),
            None => self.parts(depth),
        }
    }

    /// A list or an object of which each part begins a line.
    fn parts(&mut self, depth: usize) {
        self.take(self.at.saturating_add(1));
        let (inner, mut is_first) = (depth.saturating_add(1), true);
        loop {
            while let Some(b' ' | b',') = self.next() {
                self.at = self.at.saturating_add(1);
            }
            let Some(byte) = self.next() else { return };
            if matches!(byte, b'}' | b']') {
                self.new_line(false, depth);
                return self.take(self.at.saturating_add(1));
            }
            self.new_line(!is_first, inner);
            is_first = false;
            self.value(inner);
            if self.next() == Some(b':') {
                self.take(self.at.saturating_add(2));
                self.value(inner);
            }
        }
    }

    /// Where the value ends that comes next, unless it is longer than `most` bytes.
    fn end_within(&self, most: usize) -> Option<usize> {
        let bytes = self.line.as_bytes().get(self.at..).unwrap_or_default();
        let (mut deep, mut is_text, mut is_escaped) = (0_usize, false, false);
        for (at, byte) in bytes.iter().enumerate() {
            if at >= most {
                return None;
            }
            let end = Some(self.at.saturating_add(at));
            match byte {
                _ if is_escaped => is_escaped = false,
                b'\\' => is_escaped = true,
                b'"' => is_text = !is_text,
                _ if is_text => {}
                b'{' | b'[' => deep = deep.saturating_add(1),
                b'}' | b']' => match deep {
                    // What the value stands in ends here.
                    0 => return end,
                    1 => return end.map(|end| end.saturating_add(1)),
                    _ => deep = deep.saturating_sub(1),
                },
                b',' | b':' | b' ' if deep == 0 => return end,
                _ => {}
            }
        }
        Some(self.line.len())
    }

    fn take(&mut self, end: usize) {
        self.text.push_str(self.line.get(self.at..end).unwrap_or_default());
        self.at = end;
    }

    fn new_line(&mut self, comma: bool, depth: usize) {
        self.text.push_str(if comma { ",\n" } else { "\n" });
        self.text.extend(core::iter::repeat_n("  ", depth));
    }
}

#[cfg(test)]
mod tests {
    use super::document;
    use crate::json::{Json, Line, Parsing, object};
    use licensing_model::Sliced;
    use proptest::prelude::*;

    fn laid_out(line: &str) -> String {
        document(line)
    }

    #[test]
    fn what_fits_stays_on_one_line_and_the_outermost_never_does() {
        assert_eq!(laid_out("{}"), "{\n}\n");
        assert_eq!(laid_out("{ \"a\": [1, 2], \"b\": {} }"), "{\n  \"a\": [1, 2],\n  \"b\": {}\n}\n");
        // 118 bytes fit behind two blanks, 119 do not.
        for (length, is_broken) in [(116, false), (117, true)] {
            let text = "]".repeat(length - 2);
            let inner = if is_broken { format!("[\n    \"{text}\"\n  ]") } else { format!("[\"{text}\"]") };
            assert_eq!(laid_out(&format!("[[\"{text}\"], 7]")), format!("[\n  {inner},\n  7\n]\n"));
        }
    }

    #[derive(Clone, Debug)]
    enum Value {
        Text(String),
        Number(u64),
        Flag(bool),
        Null,
        List(Vec<Value>),
        Object(Vec<(String, Value)>),
    }

    fn values() -> impl Strategy<Value = Value> {
        let one = prop_oneof![
            "[ -~\\n\\u{80}\\u{2028}é{}\\[\\]\",:]{0,40}".prop_map(Value::Text),
            any::<u64>().prop_map(Value::Number),
            any::<bool>().prop_map(Value::Flag),
            Just(Value::Null),
        ];
        one.prop_recursive(6, 60, 6, |inner| {
            let fields = prop::collection::vec(("[a-z\"]{1,9}", inner.clone()), 0..6);
            prop_oneof![prop::collection::vec(inner, 0..6).prop_map(Value::List), fields.prop_map(Value::Object)]
        })
    }

    fn write(line: &mut Line, value: &Value) {
        match value {
            Value::Text(text) => line.text(text),
            Value::Number(number) => line.number(*number),
            Value::Flag(flag) => line.flag(*flag),
            Value::Null => line.null(),
            Value::List(list) => line.list(list, write),
            Value::Object(all) => line.object(|fields| {
                for (name, value) in all {
                    fields.with(name, |line| write(line, value));
                }
            }),
        }
    }

    /// Each word of a text.
    fn words(text: &str) -> Vec<String> {
        let mut parsing = Parsing::new(text.to_string());
        parsing.complete().unwrap();
        let json: Json = parsing.finish();
        (0..json.words()).map(|at| json.node(at).unwrap()).map(|node| format!("{:?}", node.text().ok())).collect()
    }

    proptest! {
        #[test]
        fn a_document_says_what_its_line_says(value in values()) {
            let line = object(|fields| _ = fields.with("value", |line| write(line, &value)));
            let text = line.as_str().to_string();
            let document = line.into_document();
            prop_assert_eq!(words(&document), words(&text));
            // Without what is between the words they are the same.
            let again: Vec<&str> = document.lines().map(str::trim_start).collect();
            let tight = |text: &str| text.replace([' ', '\n'], "");
            prop_assert_eq!(tight(&again.concat()), tight(&text));
        }
    }
}
