package org.xinheng.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xinheng.instrument.Source;
import org.xinheng.instrument.Text;

/**
 * A form that is printed, read and perhaps filled in by hand, and not scored. Unlike the definition of a questionnaire it
 * holds its wording, since this project or a school has written it.
 *
 * @param id such as {@code home-visit}
 * @param version of the form
 * @param name what people call it, and its heading
 * @param purpose what it is for; not shown to those who read the form
 * @param readers who reads it
 * @param validated whether anybody has tried it out in a study; empty if nothing is said
 * @param sources what its contents rest on
 * @param fillIns gaps that the school fills in
 * @param parts in the order in which they are shown
 * @param hash SHA-256 of the file, in hexadecimal
 */
public record PrintedForm(
    String id,
    String version,
    Text name,
    Text purpose,
    Set<FormReader> readers,
    Optional<Boolean> validated,
    List<Source> sources,
    List<FillIn> fillIns,
    List<FormPart> parts,
    String hash) {

  public PrintedForm {
    readers = Set.copyOf(readers);
    sources = List.copyOf(sources);
    fillIns = List.copyOf(fillIns);
    parts = List.copyOf(parts);
  }

  /**
   * Refuses what is to be filled into gaps that are not there.
   *
   * @throws IllegalArgumentException naming the gap, and those that there are
   */
  public void refuseUnknown(Set<String> gaps) {
    List<String> known = fillIns.stream().map(FillIn::id).toList();
    for (String gap : gaps) {
      if (!known.contains(gap)) {
        throw new IllegalArgumentException("form '" + id + "' has no gap '" + gap + "'; "
            + (known.isEmpty() ? "it has none" : "it has: " + String.join(", ", known)));
      }
    }
  }

  /** All fields, in the order in which they are shown. */
  public List<FormField> fields() {
    return parts.stream().flatMap(part -> part.fields().stream()).toList();
  }

  /** All codes of a vocabulary, in the order in which they are shown. */
  public List<FormCode> codes() {
    return parts.stream().flatMap(part -> part.codes().stream()).toList();
  }

  /** Everything that those who are given the form read, its name first. */
  public List<Text> texts() {
    List<Text> all = new ArrayList<>(List.of(name));
    fillIns.forEach(fillIn -> all.add(fillIn.label()));
    parts.forEach(part -> all.addAll(part.texts()));
    return all;
  }
}
