//! The page on a local address, rebuilt whenever its sources change.

use std::net::{Ipv4Addr, TcpListener};
use std::ops::RangeInclusive;
use std::process::Command;

use crate::page::RELEASE;
use crate::shell::Workspace;
use crate::tools;

const SCRIPT: &str = include_str!("serve.mjs");

/// Tried one after the other unless `--port` names one.
const PORTS: RangeInclusive<u16> = 8080..=8179;

/// Apart from `dist/`, so that a build beside it does not take the page from under the server.
const FOLDER: &str = "target/serve";

struct Options {
    port: u16,
    profile: &'static str,
}

/// Runs `cargo xtask serve`.
pub(crate) fn run(workspace: &Workspace, args: &[String]) -> Result<(), String> {
    let options = parse(args)?;
    tools::ensure_for_build(workspace)?;
    let address = format!("http://{}:{}/", Ipv4Addr::LOCALHOST, options.port);
    println!("== build the page, then serve it at {address} until Ctrl-C");
    let mut node = workspace.command("node");
    node.args(["--input-type=module", "--eval", SCRIPT, FOLDER, options.profile, &address]);
    become_program(&mut node)
}

fn parse(args: &[String]) -> Result<Options, String> {
    let mut port = None;
    let mut profile = "preview";
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--port" => port = Some(args.next().ok_or("`--port` needs a number")?),
            "--release" => profile = RELEASE,
            other => return Err(format!("`{other}` is no option of `cargo xtask serve`")),
        }
    }
    let port = match port {
        Some(text) => {
            let port = text.parse().map_err(|_| format!("`{text}` is no port"))?;
            if !is_free(port) {
                return Err(format!("port `{port}` is in use"));
            }
            port
        }
        None => PORTS.into_iter().find(|port| is_free(*port)).ok_or("no port from 8080 to 8179 is free")?,
    };
    Ok(Options { port, profile })
}

fn is_free(port: u16) -> bool {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}

/// Hands this process over, so that whoever ends `cargo xtask serve` ends the server and nothing is left behind.
#[cfg(unix)]
fn become_program(command: &mut Command) -> Result<(), String> {
    use std::os::unix::process::CommandExt;
    Err(format!("node cannot be started: {}", command.exec()))
}

#[cfg(not(unix))]
fn become_program(command: &mut Command) -> Result<(), String> {
    crate::shell::run(command)
}
