package dev.lockstep.examples.digits;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads {@code digits.csv.gz}: a line holds an image's pixels and then its digit. */
final class DigitsFile {
  private static final String NAME = "digits.csv.gz";

  private DigitsFile() {}

  /** Reads the file that lies beside this class. */
  static List<Image> read() throws IOException {
    try (InputStream packed = DigitsFile.class.getResourceAsStream(NAME)) {
      if (packed == null) {
        throw new FileNotFoundException(NAME + " is not on the class path.");
      }
      return parse(new GZIPInputStream(packed));
    }
  }

  static List<Image> parse(InputStream csv) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(csv, StandardCharsets.US_ASCII));
    List<Image> images = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      try {
        images.add(image(line));
      } catch (IllegalArgumentException e) {
        throw new IOException(NAME + ", line " + (images.size() + 1) + ": " + e.getMessage(), e);
      }
    }
    return images;
  }

  private static Image image(String line) {
    List<Integer> numbers = Arrays.stream(line.split(",", -1)).map(Integer::valueOf).toList();
    int last = numbers.size() - 1;
    return new Image(numbers.get(last), numbers.subList(0, last));
  }
}
