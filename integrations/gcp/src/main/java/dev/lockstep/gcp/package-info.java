/** Google Cloud: secrets in Secret Manager, artifacts in Cloud Storage. */
@NullMarked
package dev.lockstep.gcp;

import org.jspecify.annotations.NullMarked;
