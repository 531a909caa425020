//! The browsers that tests run in: Chromium with its driver, Firefox, and WebKit where the system has it as a library.

use std::path::PathBuf;

use crate::shell::{self, Workspace, timed};

/// The fonts are only recommended to Chromium, which shows no text without any; what WebKit takes for the system's own font
/// has lines without a height where only those of Liberation are. WebKit wants a screen and a bus.
const PACKAGES: [&str; 12] = [
    "install",
    "--yes",
    "--no-install-recommends",
    "chromium",
    "chromium-driver",
    "firefox-esr",
    "fonts-liberation",
    "fonts-dejavu-core",
    "webkit2gtk-driver",
    "xvfb",
    "xauth",
    "dbus",
];

/// Chromium without its own windows: a visit takes half the time of the processor. Where there is none, Chromium does it all.
const SHELL: [&str; 4] = ["install", "--yes", "--no-install-recommends", "chromium-headless-shell"];

/// What the tests in WebKit start, on the systems that have it as a library.
const WEBKIT: [&str; 3] = ["WebKitWebDriver", "xvfb-run", "dbus-run-session"];

/// The programs that run tests in a browser.
pub(crate) struct Browser {
    /// Chromium or Chrome.
    pub(crate) chromium: PathBuf,
    /// What most visits are made with: the same without windows, if the system has it.
    pub(crate) shell: PathBuf,
    /// The WebDriver server of the same version.
    pub(crate) driver: PathBuf,
    /// Firefox, which needs no driver.
    pub(crate) firefox: PathBuf,
}

impl Browser {
    /// Finds the programs; installs them where the system's package manager is Debian's.
    pub(crate) fn ensure(workspace: &Workspace) -> Result<Browser, String> {
        if let Some(found) = Browser::find(workspace) {
            return Ok(found);
        }
        if workspace.locate("apt-get").is_some() {
            let installed = timed("install the browsers", || {
                apt_get(workspace, &["update"])?;
                apt_get(workspace, &PACKAGES)?;
                // Not every system has it, and it is only sooner.
                if let Err(message) = apt_get(workspace, &SHELL) {
                    shell::say(&format!("{message}\n"));
                }
                Ok(())
            });
            if let Err(message) = installed {
                shell::say(&format!("{message}\n"));
            }
        }
        Browser::find(workspace).ok_or_else(|| {
            let linux =
                if cfg!(target_os = "linux") { ", WebKitWebDriver with xvfb-run and dbus-run-session" } else { "" };
            format!("install Chromium or Chrome with the chromedriver of the same version, Firefox{linux}")
        })
    }

    fn find(workspace: &Workspace) -> Option<Browser> {
        if cfg!(target_os = "linux") && !WEBKIT.iter().all(|name| workspace.locate(name).is_some()) {
            return None;
        }
        let first = |names: &[&str]| names.iter().find_map(|name| workspace.locate(name));
        let chromium = first(&["chromium", "chromium-browser", "google-chrome", "chrome"])?;
        Some(Browser {
            shell: first(&["chromium-headless-shell", "chrome-headless-shell"]).unwrap_or_else(|| chromium.clone()),
            chromium,
            driver: workspace.locate("chromedriver")?,
            firefox: first(&["firefox-esr", "firefox"])?,
        })
    }
}

/// Runs `apt-get`, through `sudo` for anybody but root.
fn apt_get(workspace: &Workspace, args: &[&str]) -> Result<(), String> {
    let is_root = shell::output(workspace.command("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    let mut command = if is_root {
        workspace.command("apt-get")
    } else {
        let mut sudo = workspace.command("sudo");
        sudo.arg("apt-get");
        sudo
    };
    shell::run_quietly(command.args(args).env("DEBIAN_FRONTEND", "noninteractive"))
}
