package org.xinheng.app.paper;

import java.util.Optional;
import org.xinheng.definition.WordingPack;
import org.xinheng.instrument.Instrument;

/**
 * A questionnaire on a sheet.
 *
 * @param wording what is printed beside the numbers; without it the sheet lies beside the printed form
 */
public record SheetPart(Instrument instrument, Optional<WordingPack> wording) {}
