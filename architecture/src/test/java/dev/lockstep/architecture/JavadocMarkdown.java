package dev.lockstep.architecture;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import java.util.Locale;

/** Javadoc as Markdown: the few tags that the annotations use. */
final class JavadocMarkdown {
  private final StringBuilder text = new StringBuilder();
  private boolean code;
  private boolean inList;

  private JavadocMarkdown() {}

  static String of(DocCommentTree comment) {
    JavadocMarkdown markdown = new JavadocMarkdown();
    comment.getFullBody().forEach(markdown::add);
    return markdown.text.toString().strip();
  }

  private void add(DocTree tree) {
    if (tree instanceof TextTree plain) {
      words(plain.getBody());
    } else if (tree instanceof LiteralTree literal) {
      String body = literal.getBody().getBody();
      text.append(
          code ? body.stripIndent().strip() : "`" + body.strip().replaceAll("\\s+", " ") + "`");
    } else if (tree instanceof LinkTree link) {
      text.append('`').append(link.getReference().getSignature().replace('#', '.')).append('`');
    } else if (tree instanceof StartElementTree start) {
      open(start.getName().toString().toLowerCase(Locale.ROOT));
    } else if (tree instanceof EndElementTree end) {
      close(end.getName().toString().toLowerCase(Locale.ROOT));
    } else {
      throw new IllegalStateException("Teach this class what " + tree + " means.");
    }
  }

  /** Lines of Javadoc end where they were formatted to; a paragraph is one line here. */
  private void words(String body) {
    String words = body.replaceAll("\\s+", " ");
    boolean fresh = text.length() == 0 || text.charAt(text.length() - 1) == '\n';
    text.append(fresh ? words.stripLeading() : words);
  }

  private void open(String element) {
    switch (element) {
      case "p", "ol", "ul" -> paragraph();
      case "li" -> {
        trim();
        text.append(inList ? "\n- " : "\n\n- ");
        inList = true;
      }
      case "pre" -> {
        paragraph();
        text.append("```java\n");
        code = true;
      }
      default -> throw new IllegalStateException("Teach this class what <" + element + "> means.");
    }
  }

  private void close(String element) {
    if (element.equals("pre")) {
      text.append("\n```\n\n");
      code = false;
    } else if (element.equals("ol") || element.equals("ul")) {
      paragraph();
      inList = false;
    }
  }

  private void paragraph() {
    trim();
    text.append(text.length() == 0 ? "" : "\n\n");
  }

  private void trim() {
    int end = text.length();
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    text.setLength(end);
  }
}
