//! The manual page and the completions, made from what the command line takes.

use std::{io, process::ExitCode};

use clap::CommandFactory;
use clap_complete::Shell;

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

/// The manual: the program, then each of its commands.
fn manual(command: clap::Command, to: &mut Vec<u8>) -> io::Result<()> {
    let commands: Vec<clap::Command> = command.get_subcommands().cloned().collect();
    clap_mangen::Man::new(command).render(to)?;
    for command in commands
        .into_iter()
        .filter(|command| !command.is_hide_set())
    {
        let name = format!("twicetold {}", command.get_name());
        let page = clap_mangen::Man::new(command.bin_name(name));
        for section in [
            clap_mangen::Man::render_synopsis_section,
            clap_mangen::Man::render_description_section,
            clap_mangen::Man::render_options_section,
        ] {
            section(&page, to)?;
        }
    }
    Ok(())
}
