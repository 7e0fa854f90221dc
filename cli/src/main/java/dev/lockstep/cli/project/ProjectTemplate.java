package dev.lockstep.cli.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files of a new project, by their paths in it. */
final class ProjectTemplate {
  private ProjectTemplate() {}

  /** The {@code pom.xml} is the last one: it makes a folder a project. */
  static Map<String, String> files(ProjectName name) throws IOException {
    String main = "src/main/java/" + name.folder() + "/";
    Map<String, String> files = new LinkedHashMap<>();
    files.put(main + "Mailbox.java", text("Mailbox.java", name));
    files.put(main + "Newsletter.java", text("Newsletter.java", name));
    files.put(
        "src/test/java/" + name.folder() + "/NewsletterTest.java",
        text("NewsletterTest.java", name));
    files.put("README.md", text("README.md", name));
    files.put(".gitignore", text("gitignore", name));
    files.put("pom.xml", text("pom.xml", name));
    return files;
  }

  private static String text(String resource, ProjectName name) throws IOException {
    try (InputStream in = ProjectTemplate.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not in the jar of the command line");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("__PACKAGE__", name.packageName())
          .replace("__FOLDER__", name.folder())
          .replace("__NAME__", name.artifact())
          .replace("__LOCKSTEP__", Versions.LOCKSTEP)
          .replace("__JUNIT__", Versions.JUNIT);
    }
  }
}
