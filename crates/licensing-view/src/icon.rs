//! The drawings of the sprite, one per meaning.

macro_rules! icons {
    ($($variant:ident = $name:literal),+ $(,)?) => {
        /// A drawing of the sprite.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[expect(missing_docs, reason = "each is its own drawing; the meaning is where it is used")]
        pub enum Icon {
            $($variant),+
        }

        impl Icon {
            /// All of them.
            pub const ALL: &[Icon] = &[$(Icon::$variant),+];

            /// The reference of its symbol within the page.
            pub const fn href(self) -> &'static str {
                match self {
                    $(Icon::$variant => concat!("#i-", $name)),+
                }
            }
        }
    };
}

icons! {
    Mark = "mark",
    Overview = "overview",
    User = "user",
    Users = "users",
    Group = "group",
    Product = "product",
    Queue = "queue",
    Play = "play",
    Pause = "pause",
    Run = "run",
    Step = "step",
    Undo = "undo",
    Redo = "redo",
    Plus = "plus",
    Minus = "minus",
    Ok = "ok",
    Error = "error",
    Warning = "warning",
    Wait = "wait",
    Off = "off",
    Shadow = "shadow",
    Info = "info",
    Right = "right",
    Down = "down",
    Close = "close",
    Link = "link",
    Log = "log",
    Pin = "pin",
    Mail = "mail",
    Seat = "seat",
    Direct = "direct",
    Inherit = "inherit",
    Clash = "clash",
    Trash = "trash",
    Refresh = "refresh",
    Source = "source",
    Share = "share",
    Sample = "sample",
    Rules = "rules",
    Menu = "menu",
    Hint = "hint",
    Todo = "todo",
    Arrow = "arrow",
    Search = "search",
    Console = "console",
    Copy = "copy",
    Download = "download",
    Lesson = "lesson",
    Preview = "preview",
    File = "file",
    Flag = "flag",
    Map = "map",
    History = "history",
    Settings = "settings",
    Units = "units",
    Tenants = "tenants",
}

#[cfg(test)]
mod tests {
    use super::Icon;

    #[test]
    fn every_icon_is_drawn_in_the_sprite() {
        let sprite = include_str!("../../../web/icons.svg");
        let missing = |icon: &&Icon| !sprite.contains(&format!("id=\"{}\"", icon.href().trim_start_matches('#')));
        assert_eq!(Icon::ALL.iter().filter(missing).collect::<Vec<_>>(), Vec::<&Icon>::new());
    }
}
