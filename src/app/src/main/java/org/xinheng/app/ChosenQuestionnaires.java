package org.xinheng.app;

import java.io.IOException;
import java.util.List;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.Kind;
import org.xinheng.definition.UnknownDefinitionException;
import org.xinheng.instrument.Instrument;

/** The questionnaires that a name stands for: one, or those of a battery. */
final class ChosenQuestionnaires {

  private ChosenQuestionnaires() {}

  /**
   * The questionnaires in the order in which they are given.
   *
   * @param name of a questionnaire or a battery; a questionnaire goes before a battery of the same name
   * @throws UnknownDefinitionException if there is neither
   */
  static List<Instrument> of(String name, InstrumentLibrary library) throws IOException {
    if (name.endsWith(".yaml") || library.ids(Kind.QUESTIONNAIRE).contains(name)) {
      return List.of(library.questionnaire(name));
    }
    if (library.ids(Kind.BATTERY).contains(name)) {
      return library.questionnairesOf(library.battery(name));
    }
    throw new UnknownDefinitionException("there is no questionnaire or battery '" + name
        + "'; there are: " + String.join(", ", library.ids(Kind.QUESTIONNAIRE)) + ", "
        + String.join(", ", library.ids(Kind.BATTERY)));
  }
}
