package dev.lockstep.cli.maven;

import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferEvent;

/** Tells that something is downloaded, which takes its time; several threads download. */
final class FirstDownload extends AbstractTransferListener {
  private final Runnable told;
  private final AtomicBoolean begun = new AtomicBoolean();

  FirstDownload(Runnable told) {
    this.told = told;
  }

  @Override
  public void transferInitiated(TransferEvent event) {
    if (!begun.getAndSet(true)) {
      told.run();
    }
  }
}
