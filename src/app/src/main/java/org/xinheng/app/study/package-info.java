/** Studies as files: JSON, CSV tables and a report to read. It computes nothing. */
@NullMarked
package org.xinheng.app.study;

import org.jspecify.annotations.NullMarked;
