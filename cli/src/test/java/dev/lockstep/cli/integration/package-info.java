/** Tests of the commands for integrations, against Maven repositories of their own. */
@NullMarked
package dev.lockstep.cli.integration;

import org.jspecify.annotations.NullMarked;
