/**
 * Dự báo giải ngân: what each line of capital, each project, owner, source and the province will
 * have paid at the end of every month to 31 January, as quantiles. {@link
 * vn.dondoc.planning.forecast.Forecaster} is the door: a {@link
 * vn.dondoc.planning.forecast.Question} goes in, a {@link vn.dondoc.planning.forecast.Forecast}
 * comes out.
 */
@NamedInterface("forecast")
@NullMarked
package vn.dondoc.planning.forecast;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
