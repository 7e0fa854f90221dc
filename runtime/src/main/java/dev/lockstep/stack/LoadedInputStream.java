package dev.lockstep.stack;

import java.io.IOException;
import java.io.InputStream;

/** A stream of a store that is of classes of its own. */
final class LoadedInputStream extends InputStream {
  private final InputStream delegate;
  private final ContextLoader classes;

  LoadedInputStream(InputStream delegate, ContextLoader classes) {
    this.delegate = delegate;
    this.classes = classes;
  }

  @Override
  public int read() throws IOException {
    ClassLoader before = classes.enter();
    try {
      return delegate.read();
    } finally {
      classes.leave(before);
    }
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    ClassLoader before = classes.enter();
    try {
      return delegate.read(into, offset, length);
    } finally {
      classes.leave(before);
    }
  }

  @Override
  public int available() throws IOException {
    ClassLoader before = classes.enter();
    try {
      return delegate.available();
    } finally {
      classes.leave(before);
    }
  }

  @Override
  public long skip(long count) throws IOException {
    ClassLoader before = classes.enter();
    try {
      return delegate.skip(count);
    } finally {
      classes.leave(before);
    }
  }

  @Override
  public void close() throws IOException {
    ClassLoader before = classes.enter();
    try {
      delegate.close();
    } finally {
      classes.leave(before);
    }
  }
}
