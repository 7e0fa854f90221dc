package dev.lockstep.architecture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A Maven project file, as far as the rules read it. */
record Pom(String folder, Element project) {
  /** A declared dependency; the type and version do not matter here. */
  record Dependency(String group, String artifact, String scope, String type) {
    String coordinates() {
      return group + ":" + artifact;
    }

    boolean isOwn() {
      return group.equals("dev.lockstep");
    }

    boolean isForTests() {
      return scope.equals("test");
    }
  }

  static Pom read(Path file, String folder) {
    try {
      Document document =
          DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
      return new Pom(folder, document.getDocumentElement());
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new IllegalStateException("Cannot read " + file, e);
    }
  }

  String artifact() {
    return text(project, "artifactId");
  }

  boolean hasParent() {
    return children(project, "parent").findAny().isPresent();
  }

  boolean isJar() {
    return !text(project, "packaging").equals("pom");
  }

  /** Whether the project, or one above it, says that it is not deployed. */
  boolean isPublished() {
    boolean skipped =
        children(project, "properties")
            .anyMatch(properties -> text(properties, "maven.deploy.skip").equals("true"));
    int slash = folder.lastIndexOf('/');
    String above = slash < 0 ? "" : folder.substring(0, slash);
    // Not every folder of modules is a project itself.
    return !skipped
        && (above.isEmpty() || !Repository.hasPom(above) || Repository.pom(above).isPublished());
  }

  List<String> modules() {
    return children(project, "modules")
        .flatMap(modules -> children(modules, "module"))
        .map(module -> module.getTextContent().strip())
        .toList();
  }

  /** What the project itself declares, in its profiles too. */
  List<Dependency> dependencies() {
    return Stream.concat(
            Stream.of(project),
            children(project, "profiles").flatMap(profiles -> children(profiles, "profile")))
        .flatMap(Pom::dependenciesOf)
        .toList();
  }

  List<Dependency> managedDependencies() {
    return children(project, "dependencyManagement").flatMap(Pom::dependenciesOf).toList();
  }

  private static Stream<Dependency> dependenciesOf(Element holder) {
    return children(holder, "dependencies")
        .flatMap(dependencies -> children(dependencies, "dependency"))
        .map(
            it ->
                new Dependency(
                    text(it, "groupId"),
                    text(it, "artifactId"),
                    text(it, "scope"),
                    text(it, "type")));
  }

  private static String text(Element parent, String name) {
    return children(parent, name).map(it -> it.getTextContent().strip()).findFirst().orElse("");
  }

  private static Stream<Element> children(Element parent, String name) {
    NodeList nodes = parent.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(node -> node.getNodeType() == Node.ELEMENT_NODE && node.getNodeName().equals(name))
        .map(Element.class::cast);
  }
}
