// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /users/{id}                          | /b/users/{}
                    /users/{id}/                         | /b/users/{}
                    /lists/{date}/{list}.json            | /b/lists/{}/{}.json
                    /jobs/{id}:cancel                    | /b/jobs/{}:cancel
                    /companies({company_id})/items       | /b/companies({})/items
                    /carts/key={key}                     | /b/carts/key={}
                    /lists/names.{format}                | /b/lists/names.{}
                    /attachments({a},'{b}')              | /b/attachments({},'{}')
                    /files/{file_id}#add_shared_link     | /b/files/{}
                    /files/{file_id}?type=viewContent    | /b/files/{}
                    """)
    void theTrueGroupKeepsWhatStandsAroundAParameter(String template, String shape) {
        assertThat(Template.of("/b", template).shape()).isEqualTo(shape);
    }

    @Test
    void operationsThatDifferInAFragmentAloneAreOneGroup() {
        Vendor vendor = Vendor.of(
                "box",
                List.of(
                        TinyVendor.operation("PUT", "/files/{id}"),
                        TinyVendor.operation("PUT", "/files/{file_id}#add_shared_link"),
                        TinyVendor.operation("GET", "/files/{id}")));

        assertThat(vendor.groups()).containsExactly("PUT /v1/files/{}", "GET /v1/files/{}");
        assertThat(vendor.groupOf()).containsExactly(0, 0, 1);
    }

    @Test
    void valuesAreFilledInPlace() {
        Template template = Template.of("", "/in-store/key={key}/lists/{list}.json");

        assertThat(template.fill(List.of("a/b", "Old Town"))).isEqualTo("/in-store/key=a%2Fb/lists/Old%20Town.json");
    }

    @Test
    void parametersAfterTheSamePrefixShareTheirValues() {
        assertThat(Template.of("", "/users/{id}").prefix(0))
                .isEqualTo(Template.of("", "/users/{user_id}/orders").prefix(0));
    }

    @Test
    void aTemplateWithoutParametersStaysAsItIs() {
        Template template = Template.of("", "/users/me");

        assertThat(template.names()).isEmpty();
        assertThat(template.fill(List.of())).isEqualTo("/users/me");
    }

    @Test
    void aBraceThatIsNotClosedIsNoParameter() {
        assertThat(Template.of("", "/a/{b").shape()).isEqualTo("/a/{b");
    }
}
