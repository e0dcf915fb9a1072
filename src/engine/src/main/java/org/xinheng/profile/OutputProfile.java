package org.xinheng.profile;

import java.util.List;
import org.xinheng.instrument.Text;

/**
 * Which columns a table of scores has, in which order and under which names: what another system wants to read.
 *
 * @param id such as {@code county-register}
 * @param version of the profile
 * @param name what people read
 * @param columns of the table of scores
 * @param counts of the table of counts
 * @param hash SHA-256 of the file, in hexadecimal
 */
public record OutputProfile(
    String id,
    String version,
    Text name,
    List<ProfileColumn> columns,
    List<CountColumn> counts,
    String hash) {

  public OutputProfile {
    columns = List.copyOf(columns);
    counts = List.copyOf(counts);
  }
}
