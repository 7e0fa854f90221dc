/** The commands for integrations: flavors for a provider, in an artifact of their own. */
@NullMarked
package dev.lockstep.cli.integration;

import org.jspecify.annotations.NullMarked;
