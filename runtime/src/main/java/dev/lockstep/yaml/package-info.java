/**
 * YAML as mappings, sequences and scalars, for the files that Lockstep keeps. Internal to the
 * runtime and its tools.
 */
@NullMarked
package dev.lockstep.yaml;

import org.jspecify.annotations.NullMarked;
