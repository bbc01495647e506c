import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contoPostaleDi, parseIban } from "./iban.ts";
import { isRiferimentoRf, mod97 } from "./mod97.ts";

describe("parseIban", () => {
  it("takes an Italian account to pieces", () => {
    expect(parseIban("IT60X0542811101000000123456")).toEqual({
      ok: true,
      valore: {
        iban: "IT60X0542811101000000123456",
        paese: "IT",
        abi: "05428",
        cab: "11101",
        conto: "000000123456",
        postale: false,
        cinCorretto: true,
      },
    });
  });

  it.each([
    ["it60 x054 2811 1010 0000 0123 456", "IT60X0542811101000000123456"],
    ["SM86U0322509800000000270100", "SM86U0322509800000000270100"],
    ["DE89370400440532013000", "DE89370400440532013000"],
    ["GB82 WEST 1234 5698 7654 32", "GB82WEST12345698765432"],
    ["NO9386011117947", "NO9386011117947"],
  ])("accepts %s", (testo, iban) => {
    expect(parseIban(testo)).toMatchObject({ ok: true, valore: { iban } });
  });

  it("reports a wrong check letter without refusing", () => {
    const contoSbagliato = "A0542811101000000123456";
    const controllo = String(98 - mod97(`${contoSbagliato}IT00`)).padStart(2, "0");
    expect(parseIban(`IT${controllo}${contoSbagliato}`)).toMatchObject({ ok: true, valore: { cinCorretto: false } });
  });

  it.each([
    "",
    "IT",
    "IT61X0542811101000000123456",
    "IT60X054281110100000012345",
    "IT60X05428111010000001234567",
    "IT60X05428A1101000000123456",
    "XX",
    "DE89-370400440532013000",
  ])("refuses %j naming the field", (testo) => {
    expect(parseIban(testo, "ibanAccredito")).toMatchObject({ ok: false, errore: expect.stringContaining("ibanAccredito") });
  });

  it("notices every change of one digit", () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 26 }), fc.integer({ min: 1, max: 9 }), (posizione, scarto) => {
        const iban = "IT60X0542811101000000123456";
        const cifra = (Number(iban[posizione]) + scarto) % 10;
        expect(parseIban(iban.slice(0, posizione) + cifra + iban.slice(posizione + 1)).ok).toBe(false);
      }),
    );
  });
});

describe("contoPostaleDi", () => {
  it("gives the last 12 digits of a postal IBAN", () => {
    const conto = "X0760103200000012345678";
    const iban = `IT${String(98 - mod97(`${conto}IT00`)).padStart(2, "0")}${conto}`;
    expect(contoPostaleDi(iban)).toBe("000012345678");
    expect(parseIban(iban)).toMatchObject({ valore: { postale: true } });
  });

  it.each(["IT60X0542811101000000123456", "non un iban"])("gives nothing for %s", (iban) => {
    expect(contoPostaleDi(iban)).toBeUndefined();
  });
});

describe("mod97", () => {
  it("is the remainder of the number of any length", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,60}$/), (cifre) => {
        expect(mod97(cifre)).toBe(Number(BigInt(cifre) % 97n));
      }),
    );
  });

  it.each(["RF45w9", "RF18539007547034", "RF18000000000539007547034"])("accepts the RF reference %s", (codice) => {
    expect(isRiferimentoRf(codice)).toBe(true);
  });

  it.each(["RF46w9", "RF18", "RF1853900754703", "RF18 5390", "18539007547034", "RF180000000000000000000000"])("refuses %s", (codice) => {
    expect(isRiferimentoRf(codice)).toBe(false);
  });

  it("throws on a character that has no value", () => {
    expect(() => mod97("1-2")).toThrow(RangeError);
  });
});
