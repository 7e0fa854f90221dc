package dev.lockstep.stack;

import dev.lockstep.artifact.ArtifactStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicBoolean;

/** An artifact store of classes of its own; so are its streams. */
final class LoadedArtifactStore implements ArtifactStore {
  private final ArtifactStore delegate;
  private final ContextLoader classes;
  private final AtomicBoolean closed = new AtomicBoolean();

  LoadedArtifactStore(ArtifactStore delegate, ContextLoader classes) {
    this.delegate = delegate;
    this.classes = classes;
  }

  @Override
  public OutputStream create(String path) throws IOException {
    ClassLoader before = classes.enter();
    try {
      return new LoadedOutputStream(delegate.create(path), classes);
    } finally {
      classes.leave(before);
    }
  }

  @Override
  public InputStream open(String path) throws IOException {
    ClassLoader before = classes.enter();
    try {
      return new LoadedInputStream(delegate.open(path), classes);
    } finally {
      classes.leave(before);
    }
  }

  @Override
  public void delete(String path) throws IOException {
    ClassLoader before = classes.enter();
    try {
      delegate.delete(path);
    } finally {
      classes.leave(before);
    }
  }

  @Override
  public String location(String path) {
    ClassLoader before = classes.enter();
    try {
      return delegate.location(path);
    } finally {
      classes.leave(before);
    }
  }

  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    ClassLoader before = classes.enter();
    try {
      delegate.close();
    } finally {
      classes.leave(before);
      classes.release();
    }
  }
}
