/**
 * The annotations that a pipeline is written with.
 *
 * <p>A class marked {@link dev.lockstep.Pipeline} holds methods marked {@link dev.lockstep.Step};
 * an interface marked {@link dev.lockstep.SecretSchema} describes the shape of a secret. The
 * annotation processor reads them at compile time, proves the wiring and the secrets, and generates
 * a runner, typed schemas and a descriptor. Nothing in this package exists at run time except the
 * names that generated code refers to.
 */
package dev.lockstep;
