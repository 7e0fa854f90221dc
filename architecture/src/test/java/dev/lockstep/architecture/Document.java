package dev.lockstep.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation.
 *
 * @param prose its text without blocks of code
 */
record Document(Path file, String prose) {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```.*?^ *```$");
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\((?<target>[^)\\s]+)\\)");
  private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(?<text>.*)$");
  private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");

  static Document read(Path file) throws IOException {
    return new Document(file, BLOCK.matcher(Files.readString(file)).replaceAll(""));
  }

  /** Links into the repository to what is not there, as they are written. */
  List<String> deadLinks() {
    return links().filter(link -> !leadsSomewhere(link)).toList();
  }

  /** The files in the repository to which it links. */
  List<Path> linkedFiles() {
    return links().map(this::target).toList();
  }

  /** Not what only shows how a link is written. A link's own text may be code. */
  private Stream<String> links() {
    return LINK.matcher(prose)
        .results()
        .filter(link -> !isCode(link.start()))
        .map(link -> link.group(1))
        .filter(link -> !ELSEWHERE.matcher(link).matches());
  }

  private boolean isCode(int position) {
    return CODE.matcher(prose)
        .results()
        .anyMatch(code -> code.start() < position && position < code.end());
  }

  private boolean leadsSomewhere(String link) {
    Path target = target(link);
    int heading = link.indexOf('#');
    return Files.exists(target) && (heading < 0 || hasHeading(target, link.substring(heading + 1)));
  }

  private Path target(String link) {
    String path = link.replaceFirst("#.*", "");
    return path.isEmpty() ? file : file.resolveSibling(path).normalize();
  }

  private static boolean hasHeading(Path page, String anchor) {
    try {
      Matcher headings = HEADING.matcher(read(page).prose());
      return headings.results().anyMatch(heading -> anchor(heading.group(1)).equals(anchor));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What GitHub makes of a heading. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }
}
