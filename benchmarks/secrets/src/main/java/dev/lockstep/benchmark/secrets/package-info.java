/** What reading a step's secrets from AWS Secrets Manager costs, beside other clients. */
@NullMarked
package dev.lockstep.benchmark.secrets;

import org.jspecify.annotations.NullMarked;
