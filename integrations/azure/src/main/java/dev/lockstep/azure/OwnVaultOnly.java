package dev.lockstep.azure;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpPipelinePosition;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import reactor.core.publisher.Mono;

/**
 * Keeps requests for the vault at the vault. The address of a list's next page comes from an
 * answer, and the client would follow it anywhere: what is listed there would be taken for what the
 * vault has, and whoever is there could ask for a token.
 */
final class OwnVaultOnly implements HttpPipelinePolicy {
  private final VaultAddress vault;

  OwnVaultOnly(VaultAddress vault) {
    this.vault = vault;
  }

  @Override
  public Mono<HttpResponse> process(HttpPipelineCallContext call, HttpPipelineNextPolicy next) {
    return Mono.defer(
        () -> {
          check(call);
          return next.process();
        });
  }

  @Override
  public HttpResponse processSync(HttpPipelineCallContext call, HttpPipelineNextSyncPolicy next) {
    check(call);
    return next.processSync();
  }

  private void check(HttpPipelineCallContext call) {
    if (!vault.isPartOf(call.getHttpRequest().getUrl())) {
      throw new UncheckedIOException(new IOException("The list goes on at another host."));
    }
  }

  @Override
  public HttpPipelinePosition getPipelinePosition() {
    return HttpPipelinePosition.PER_CALL;
  }
}
