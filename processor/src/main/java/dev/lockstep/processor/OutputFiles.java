package dev.lockstep.processor;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** Files beside the class files, of this compilation and of earlier ones. */
final class OutputFiles {
  /** For tools, and for the next compilation. */
  static final String FOLDER = "META-INF/lockstep/";

  private OutputFiles() {}

  /** Whether an earlier compilation left a class file. */
  static boolean hasClass(Filer filer, String binaryName) {
    return has(filer, binaryName.replace('.', '/') + ".class");
  }

  /** Whether an earlier compilation left a file. */
  static boolean has(Filer filer, String name) {
    try (InputStream in = open(filer, StandardLocation.CLASS_OUTPUT, name)) {
      return in != null;
    } catch (IOException e) {
      return false;
    }
  }

  /** The text of a file that an earlier compilation left beside its class files, or null. */
  static @Nullable String read(Filer filer, String name) {
    return read(filer, StandardLocation.CLASS_OUTPUT, name);
  }

  /** The text of a file that an earlier compilation left, or null. */
  static @Nullable String read(Filer filer, StandardLocation location, String name) {
    try (InputStream in = open(filer, location, name)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return null;
    }
  }

  private static @Nullable InputStream open(Filer filer, StandardLocation location, String name) {
    try {
      return filer.getResource(location, "", name).openInputStream();
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      // Not there, in the words of one compiler or another.
      return null;
    }
  }

  static void write(Filer filer, String name, String text, Element... origins) throws IOException {
    try (OutputStream out =
        filer.createResource(StandardLocation.CLASS_OUTPUT, "", name, origins).openOutputStream()) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
