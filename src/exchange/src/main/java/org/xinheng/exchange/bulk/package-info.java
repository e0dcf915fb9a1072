/**
 * The parts from which large files are scored quickly: pieces of whole lines, fields found without making text of them,
 * texts that are ready to be written, and turns by which threads write in the order of the file. They know bytes
 * alone; what these mean is for {@code org.xinheng.exchange} to say.
 */
@NullMarked
package org.xinheng.exchange.bulk;

import org.jspecify.annotations.NullMarked;
