/** Debts and debtors of the tests on callers. */
export const ROSSI = "RSSMRA85T10A562S";
export const BIANCHI = "BNCLGU80A01F205X";
export const AZIENDA = "12345678903";
export const RITORNO = "https://portale.example/esito";
export const iuvDi = (n: number): string => `010000000000${n}33`;
export const numeri = (n: number) => ({ iuv: `${iuvDi(n)}`.padStart(17, "0"), numeroAvviso: `3${`${iuvDi(n)}`.padStart(17, "0")}` });
export const [DI_ROSSI, DI_BIANCHI, MENSA_BIANCHI, DI_AZIENDA, DELL_UNIONE] = [201, 202, 203, 204, 205].map(numeri) as [
  ReturnType<typeof numeri>,
  ReturnType<typeof numeri>,
  ReturnType<typeof numeri>,
  ReturnType<typeof numeri>,
  ReturnType<typeof numeri>,
];
export const debitore = (identificativo: string) => ({ tipo: "F", identificativo, anagrafica: `Persona ${identificativo}` }) as const;
