/** What the references to secrets in components stand for, as commands tell it. */
@NullMarked
package dev.lockstep.cli.reference;

import org.jspecify.annotations.NullMarked;
