/**
 * Doubles of Google's services in the test's process: the real clients talk to them over their REST
 * interface, and they refuse what Google refuses. They need no account, no network and no other
 * library.
 *
 * <p>What they do was written after <a
 * href="https://cloud.google.com/secret-manager/docs/reference/rest">Secret Manager's</a> and <a
 * href="https://cloud.google.com/storage/docs/json_api/v1">Cloud Storage's</a> references.
 */
@NullMarked
package dev.lockstep.testing.google;

import org.jspecify.annotations.NullMarked;
