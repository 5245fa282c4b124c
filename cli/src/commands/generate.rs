//! The manual page and the completions, made from what the command line takes.

use std::{io, process::ExitCode};

use clap::CommandFactory;
use clap_complete::Shell;
use clap_mangen::Man;

use crate::{
    Failure,
    arguments::{Arguments, Generate, Generated},
    input,
};

pub fn run(given: &Generate) -> Result<ExitCode, Failure> {
    let mut command = Arguments::command();
    let mut written = Vec::new();
    let shell = match given.what {
        Generated::Man => {
            manual(command, &mut written).map_err(|error| error.to_string())?;
            return input::print(&written).map(|()| ExitCode::SUCCESS);
        }
        Generated::Bash => Shell::Bash,
        Generated::Elvish => Shell::Elvish,
        Generated::Fish => Shell::Fish,
        Generated::PowerShell => Shell::PowerShell,
        Generated::Zsh => Shell::Zsh,
    };
    clap_complete::generate(shell, &mut command, "twicetold", &mut written);
    input::print(&written).map(|()| ExitCode::SUCCESS)
}

/// The manual: the program, then a section for each of its commands. Commands have no pages of their own, so the list that
/// points to such pages is left out.
fn manual(command: clap::Command, to: &mut Vec<u8>) -> io::Result<()> {
    let program = Man::new(command.clone());
    program.render_title(to)?;
    // Examples are neither stretched nor hyphenated.
    to.extend(b".ad l\n.nh\n");
    program.render_name_section(to)?;
    usage(&program, to)?;
    for command in command.get_subcommands().filter(|it| !it.is_hide_set()) {
        let name = format!("twicetold {}", command.get_name());
        let page = Man::new(command.clone().bin_name(&name));
        let mut part = Vec::new();
        usage(&page, &mut part)?;
        page.render_extra_section(&mut part)?;
        to.extend(format!(".SH {:?}\n", name.to_uppercase()).bytes());
        to.extend(renamed(&part).replace(".SH ", ".SS ").bytes());
    }
    let mut examples = Vec::new();
    program.render_extra_section(&mut examples)?;
    to.extend(renamed(&examples).bytes());
    program.render_version_section(to)
}

/// What stands behind the options is notes and examples.
fn renamed(part: &[u8]) -> String {
    String::from_utf8_lossy(part).replace(".SH EXTRA", ".SH NOTES")
}

/// How a command is called, what it does, and what it takes.
fn usage(page: &Man, to: &mut Vec<u8>) -> io::Result<()> {
    page.render_synopsis_section(to)?;
    page.render_description_section(to)?;
    page.render_options_section(to)
}
