/** Questionnaires in the terminal: what a student sees, and what keys do. */
@NullMarked
package org.xinheng.app.administer;

import org.jspecify.annotations.NullMarked;
