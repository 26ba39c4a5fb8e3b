package vn.dondoc.capital.reallocation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.capital.reallocation.reading.Organ;

/** Names of who decides, as rules and decisions write them. */
class OrganTest {
  @ParameterizedTest
  @CsvSource({
    "HĐND tỉnh,Hội đồng nhân dân tỉnh Lạng Sơn,true",
    "'UBND tỉnh, báo cáo HĐND',Uỷ ban nhân dân tỉnh,true",
    "'UBND tỉnh, báo cáo HĐND',HĐND tỉnh,false",
    "HĐND tỉnh,HĐND thành phố Hà Nội,true",
    "HĐND cấp huyện,HĐND thị xã mẫu,true",
    "HĐND cấp huyện,HĐND tỉnh,false",
    "HĐND cấp xã,Hội đồng nhân dân phường mẫu,true",
    "HĐND cấp xã,HĐND huyện mẫu,false",
    "Thủ tướng Chính phủ,Thủ tướng,true",
    "Thủ tướng Chính phủ,Chính phủ,false",
    "Chính phủ,Thủ tướng Chính phủ,false",
    "HĐND tỉnh,Sở Kế hoạch và Đầu tư,false",
    "Bộ mẫu,bộ mẫu,true"
  })
  void sameOrganAtTheSameLevelWhateverItIsWrittenLike(String ruled, String issuer, boolean same) {
    assertThat(Organ.read(issuer).is(Organ.read(ruled))).isEqualTo(same);
  }
}
