import { describe, expect, it } from "vitest";
import { maskIntestazioni, maskMessaggio, maskUrl } from "./mascherare.ts";

describe("che cosa non arriva al giornale", () => {
  it.each(["Authorization", "authorization", "Ocp-Apim-Subscription-Key", "X-API-KEY", "Cookie", "x-client-secret"])(
    "il valore di %s",
    (nome) => expect(maskIntestazioni({ [nome]: "segretissimo" })).toEqual([{ nome, valore: "***" }]),
  );

  it("le altre intestazioni restano", () =>
    expect(maskIntestazioni({ accept: "text/xml" })).toEqual([{ nome: "accept", valore: "text/xml" }]));

  it.each([
    ["<ppt:password>pwd12345</ppt:password>", "<ppt:password>***</ppt:password>"],
    ["<password>a&amp;b</password><x>1</x>", "<password>***</password><x>1</x>"],
    ['<password xsi:type="string">abc</password>', '<password xsi:type="string">***</password>'],
    ["<passwordless>resta</passwordless>", "<passwordless>resta</passwordless>"],
    ["<a>\r\n\t è </a>", "<a>\r\n\t è </a>"],
  ])("%s → %s", (prima, dopo) => expect(maskMessaggio(prima)).toBe(dopo));

  it("i parametri dell'indirizzo che sono credenziali", () =>
    expect(maskUrl("https://x.example/a?page=1&api_key=abc&b=2")).toBe("https://x.example/a?page=1&api_key=***&b=2"));
});
