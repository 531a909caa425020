//! JSON in one line that can be read: a blank after each comma and colon.

use serde_json::Value;

/// The text of a value that this crate made itself, so it is not deep.
pub(super) fn json(value: &Value) -> String {
    let mut text = String::new();
    write(&mut text, value);
    text
}

fn write(text: &mut String, value: &Value) {
    match value {
        Value::Array(list) => {
            text.push('[');
            for (at, element) in list.iter().enumerate() {
                if at > 0 {
                    text.push_str(", ");
                }
                write(text, element);
            }
            text.push(']');
        }
        Value::Object(fields) => {
            text.push('{');
            for (at, (name, value)) in fields.iter().enumerate() {
                if at > 0 {
                    text.push_str(", ");
                }
                text.push_str(&Value::from(name.as_str()).to_string());
                text.push_str(": ");
                write(text, value);
            }
            text.push('}');
        }
        simple => text.push_str(&simple.to_string()),
    }
}
