package dev.lockstep.architecture;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One row of the design's table of modules.
 *
 * @param folder where the module lies, from the repository's root
 * @param modules the folders of the modules that it may use
 * @param libraries the Maven coordinates that it may declare, in any scope but {@code test}
 * @param packages the packages of those libraries, and of the JDK, that its code may use
 */
record Module(String folder, Set<String> modules, Set<String> libraries, Set<String> packages) {
  /** Every published module with code. A new one gets a row here, or the tests fail. */
  static final List<Module> ALL =
      List.of(
          new Module("annotations", Set.of(), Set.of(), Set.of("java.lang..")),
          new Module(
              "processor",
              Set.of("annotations"),
              Set.of("com.squareup:javapoet", "org.jspecify:jspecify"),
              Set.of(
                  "java..",
                  "javax.annotation.processing..",
                  "javax.lang.model..",
                  "javax.tools..",
                  "com.squareup.javapoet..",
                  "org.jspecify.annotations..")),
          new Module(
              "runtime",
              Set.of("annotations"),
              Set.of(
                  "com.fasterxml.jackson.core:jackson-databind",
                  "com.fasterxml.jackson.datatype:jackson-datatype-jsr310",
                  "com.fasterxml.jackson.datatype:jackson-datatype-jdk8",
                  "org.snakeyaml:snakeyaml-engine",
                  "org.slf4j:slf4j-api",
                  "org.jspecify:jspecify"),
              Set.of(
                  "java..",
                  "javax.crypto..",
                  "javax.net.ssl",
                  "javax.annotation.processing",
                  "com.fasterxml.jackson..",
                  "org.snakeyaml.engine..",
                  "org.slf4j..",
                  "org.jspecify.annotations..")),
          // Whoever may use the runtime may use the annotations, which the runtime's own types
          // carry.
          new Module(
              "testing",
              Set.of("runtime", "annotations"),
              Set.of("org.junit.jupiter:junit-jupiter-api"),
              // The doubles of providers are servers.
              Set.of(
                  "java..",
                  "javax.net.ssl",
                  "com.sun.net.httpserver",
                  "org.junit.jupiter.api..",
                  "org.jspecify.annotations..")),
          new Module(
              "integrations/sqlite",
              Set.of("runtime", "annotations"),
              Set.of("org.xerial:sqlite-jdbc"),
              Set.of("java..", "org.sqlite..", "org.jspecify.annotations..")),
          new Module(
              "cli",
              Set.of("runtime", "annotations"),
              Set.of(
                  "info.picocli:picocli",
                  "eu.maveniverse.maven.mima:context",
                  "eu.maveniverse.maven.mima.runtime:standalone-static"),
              Set.of(
                  "java..",
                  // What may be the name of a package is a question to the JDK.
                  "javax.lang.model",
                  "picocli..",
                  // Maven Resolver and what it comes with, for one package: see CodeTest.
                  "eu.maveniverse.maven.mima..",
                  "org.eclipse.aether..",
                  "org.apache.maven.settings..",
                  "org.apache.http.client",
                  "org.jspecify.annotations..")),
          new Module(
              "integrations/azure",
              Set.of("runtime", "annotations"),
              Set.of("com.azure:azure-security-keyvault-secrets", "com.azure:azure-identity"),
              // Reactor's types are in the signatures of the SDK's interfaces.
              Set.of(
                  "java..",
                  "com.azure.core..",
                  "com.azure.identity",
                  "com.azure.security.keyvault.secrets..",
                  "reactor.core.publisher",
                  "org.jspecify.annotations..")),
          new Module(
              "integrations/aws",
              Set.of("runtime", "annotations"),
              Set.of(
                  "software.amazon.awssdk:secretsmanager",
                  "software.amazon.awssdk:s3",
                  "software.amazon.awssdk:sts",
                  "software.amazon.awssdk:url-connection-client"),
              Set.of("java..", "software.amazon.awssdk..", "org.jspecify.annotations..")),
          new Module(
              "integrations/gcp",
              Set.of("runtime", "annotations"),
              Set.of(
                  "com.google.cloud:google-cloud-secretmanager",
                  "com.google.protobuf:protobuf-java"),
              // What it brings, too: Cloud Storage is spoken to by Google's HTTP client.
              Set.of(
                  "java..",
                  "com.google.cloud.secretmanager.v1..",
                  "com.google.api..",
                  "com.google.auth..",
                  "com.google.protobuf",
                  "org.jspecify.annotations..")),
          new Module(
              "integrations/vault",
              Set.of("runtime", "annotations"),
              Set.of("com.fasterxml.jackson.core:jackson-core"),
              Set.of(
                  "java..",
                  "javax.net.ssl",
                  "com.fasterxml.jackson.core",
                  "org.jspecify.annotations..")));

  static Optional<Module> at(String folder) {
    return ALL.stream().filter(module -> module.folder.equals(folder)).findFirst();
  }
}
