package dev.lockstep.stack;

import java.io.IOException;
import java.io.OutputStream;

/** A stream of a store that is of classes of its own. */
final class LoadedOutputStream extends OutputStream {
  private final OutputStream delegate;
  private final ContextLoader classes;

  LoadedOutputStream(OutputStream delegate, ContextLoader classes) {
    this.delegate = delegate;
    this.classes = classes;
  }

  @Override
  public void write(int data) throws IOException {
    ClassLoader before = classes.enter();
    try {
      delegate.write(data);
    } finally {
      classes.leave(before);
    }
  }

  @Override
  public void write(byte[] data, int offset, int length) throws IOException {
    ClassLoader before = classes.enter();
    try {
      delegate.write(data, offset, length);
    } finally {
      classes.leave(before);
    }
  }

  @Override
  public void flush() throws IOException {
    ClassLoader before = classes.enter();
    try {
      delegate.flush();
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
