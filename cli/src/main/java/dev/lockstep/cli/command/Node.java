package dev.lockstep.cli.command;

/** What a name in the table of commands stands for: a group of further names, or a command. */
public sealed interface Node permits CommandGroup, Command {}
