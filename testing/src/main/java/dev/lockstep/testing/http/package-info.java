/** What the doubles of services that are spoken to over HTTP have in common. Not exported. */
@NullMarked
package dev.lockstep.testing.http;

import org.jspecify.annotations.NullMarked;
