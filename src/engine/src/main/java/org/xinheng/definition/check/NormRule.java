package org.xinheng.definition.check;

import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.NormSet;

/** One thing that must hold between a norm set and the questionnaire that it belongs to. */
interface NormRule {

  /** The faults of this kind, in any order. */
  List<Diagnostic> check(NormSet norms, Instrument instrument, Places places);
}
