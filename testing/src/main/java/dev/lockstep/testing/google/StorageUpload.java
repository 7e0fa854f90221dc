package dev.lockstep.testing.google;

import java.io.ByteArrayOutputStream;

/**
 * A resumable upload. Guarded by the lock of the state that holds it.
 *
 * @param crc32c what the content has to have, or the empty text
 * @param ifGenerationMatch the condition on what is there, or the empty text
 */
record StorageUpload(
    String bucket,
    String name,
    String crc32c,
    String ifGenerationMatch,
    ByteArrayOutputStream received) {}
