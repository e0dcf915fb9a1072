package org.xinheng.exchange.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.xinheng.diagnostic.Place;

/** To which parts a part refers. What lies outside of the workbook is left out. */
record Relationships(List<Target> targets) {

  /**
   * One of them.
   *
   * @param id by which the part refers to it
   * @param type the last word of its type, such as {@code worksheet}
   * @param part its name in the archive
   */
  record Target(String id, String type, String part) {}

  Relationships {
    targets = List.copyOf(targets);
  }

  /** Those of a part; none if it does not say. */
  static Relationships of(String part, Parts parts, Place place) throws IOException {
    int slash = part.lastIndexOf('/') + 1;
    String folder = part.substring(0, slash);
    Optional<InputStream> in = parts.read(folder + "_rels/" + part.substring(slash) + ".rels");
    List<Target> found = new ArrayList<>();
    if (in.isPresent()) {
      try (PartXml xml = new PartXml(in.get(), place)) {
        while (xml.next()) {
          boolean isOutside = xml.isStart("Relationship")
              && xml.attribute("TargetMode").filter("External"::equals).isPresent();
          if (xml.isStart("Relationship") && !isOutside) {
            String type = xml.attribute("Type").orElse("");
            found.add(new Target(
                xml.attribute("Id").orElse(""),
                type.substring(type.lastIndexOf('/') + 1),
                resolved(folder, xml.attribute("Target").orElse(""))));
          }
        }
      }
    }
    return new Relationships(found);
  }

  /** The first of a type. */
  Optional<String> ofType(String type) {
    return targets.stream()
        .filter(target -> target.type().equals(type))
        .map(Target::part)
        .findFirst();
  }

  /** The one with an id. */
  Optional<Target> withId(String id) {
    return targets.stream().filter(target -> target.id().equals(id)).findFirst();
  }

  /** Names within the archive alone: {@code ..} above its root is dropped. */
  private static String resolved(String folder, String target) {
    String path = target.startsWith("/") ? target : folder + target;
    Deque<String> steps = new ArrayDeque<>();
    for (String step : path.split("/", -1)) {
      if (step.equals("..")) {
        steps.pollLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.addLast(step);
      }
    }
    return String.join("/", steps);
  }
}
