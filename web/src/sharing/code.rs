//! A link as a QR code.

use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};

use crate::text;

/// The modules of empty room around a code that readers need.
const MARGIN: i32 = 4;

/// The drawing of a code: how wide it is, in modules, and the path of what is dark; none where the text is too long.
pub(super) fn drawing(text: &str) -> Option<(i32, String)> {
    let code = QrCode::encode_text(text, QrCodeEcc::Low).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let from = x;
            while x < code.size() && code.get_module(x, y) {
                x += 1;
            }
            if x > from {
                path.push_str(&format!("M{} {}h{}v1H{}z", from + MARGIN, y + MARGIN, x - from, from + MARGIN));
            }
            x += 1;
        }
    }
    Some((code.size() + 2 * MARGIN, path))
}

/// The code of a link, dark on light in every theme; or that the link is too long for one.
#[component]
pub(super) fn LinkCode(
    /// The link.
    link: Memo<Option<String>>,
) -> impl IntoView {
    move || {
        let drawn = link.with(|link| link.as_deref().and_then(drawing));
        match drawn {
            Some((size, path)) => view! {
                <svg class="qr" viewBox=format!("0 0 {size} {size}") role="img" aria-label=text::QR_CODE>
                    <rect class="qr-light" width=size height=size />
                    <path class="qr-dark" d=path />
                </svg>
            }
            .into_any(),
            None => view! { <p class="note note--warn">{text::QR_TOO_LONG}</p> }.into_any(),
        }
    }
}
