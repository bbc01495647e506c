/** What treasurers' banks do to the credits of pagoPA, on request: on movements already booked and not yet told, so that any journal of the day tells it. */
import * as z from "zod";
import { giornoDi, isGiorno } from "../comune/date.ts";
import { json, Rifiuto, type Rotta, rotta } from "../comune/http.ts";
import { sum } from "../comune/importi.ts";
import type { Contesto } from "../contesto.ts";
import type { Configurazione } from "../nodo/configurazione.ts";
import { presentaMovimento } from "../psp/rotte-rendicontazione.ts";
import type { Movimenti, Movimento } from "./movimenti.ts";

const numero = z.int().min(1);
const centesimi = z.int().min(1).max(99_999_999).transform(BigInt);
const causale = z.string().min(1).max(1000);
const giorno = z.string().refine(isGiorno, "attesa una data AAAA-MM-GG").optional();

const Guaio = z.discriminatedUnion("tipo", [
  z.strictObject({ tipo: z.literal("spezza"), numero, centesimi }),
  z.strictObject({ tipo: z.literal("unisci"), numeri: z.array(numero).min(2).max(20) }),
  z.strictObject({ tipo: z.literal("tronca"), numero, caratteri: z.int().min(1).max(500) }),
  z.strictObject({ tipo: z.literal("causale"), numero, causale }),
  z.strictObject({ tipo: z.literal("meno"), numero, centesimi }),
  z.strictObject({ tipo: z.enum(["raddoppia", "storna"]), numero }),
  z.strictObject({
    tipo: z.literal("integra"),
    numero,
    centesimi,
    giorno,
  }),
  z.strictObject({ tipo: z.literal("regolarizza"), numeri: z.array(numero).min(1).max(20), reversale: numero, giorno }),
  z.strictObject({ tipo: z.literal("ripristina"), idDominio: z.string(), reversale: numero, giorno }),
  z.strictObject({
    tipo: z.literal("estraneo"),
    idDominio: z.string().regex(/^\d{11}$/, "attese 11 cifre"),
    iban: z.string().optional(),
    centesimi,
    causale,
    ordinante: z.string().min(1).max(70).default("Polisportiva Borgofiorino"),
    giorno,
  }),
]);
type Guaio = z.output<typeof Guaio>;

/** The reference that the bank gives when it forgets the one of the transfer. */
const perduto = (movimento: Movimento): Pick<Movimento, "trn" | "endToEndId"> => ({
  trn: `BT${movimento.giorno.replaceAll("-", "")}${String(movimento.numero).padStart(10, "0")}`,
  endToEndId: "NOTPROVIDED",
});

const senza = (movimento: Movimento, quanto: bigint): Movimento => {
  if (quanto >= movimento.importo)
    throw new Rifiuto(422, `centesimi: il movimento ${movimento.numero} vale ${movimento.importo} centesimi.`);
  return { ...movimento, importo: movimento.importo - quanto };
};

const senzaNumero = ({ numero: _numero, ...altro }: Movimento): Omit<Movimento, "numero"> => altro;

/** The text of the second transfer of a flow (TXT/n of the remittance rules). */
const integrazione = (movimento: Movimento, importo: bigint): Omit<Movimento, "numero"> => ({
  ...senzaNumero(movimento),
  importo,
  causale: `/PUR/LGPE-RIVERSAMENTO/TXT/1/URI/${movimento.idFlusso}`,
  trn: `${movimento.trn.slice(0, -2)}1T`,
});

export const rotteGuaiTesoriere = (contesto: Contesto, movimenti: Movimenti, configurazione: Configurazione): Rotta[] => {
  const find = (n: number): Movimento => {
    const movimento = movimenti.find(n);
    if (movimento === undefined) throw new Rifiuto(404, `numero: il movimento ${n} non esiste.`);
    return movimento;
  };
  const rewrite = (movimento: Movimento): Movimento[] => {
    movimenti.replace(movimento);
    return [movimento];
  };
  const unisci = (numeri: readonly number[]): Movimento[] => {
    const [primo, ...altri] = [...new Set(numeri)].map(find);
    if (primo === undefined || altri.length === 0 || altri.some(({ iban, giorno }) => iban !== primo.iban || giorno !== primo.giorno))
      throw new Rifiuto(422, "numeri: servono almeno due movimenti dello stesso conto e dello stesso giorno.");
    for (const altro of altri) movimenti.remove(altro.numero);
    const tutti = [primo, ...altri];
    return rewrite({
      ...primo,
      ...perduto(primo),
      importo: sum(tutti.map(({ importo }) => importo)),
      causale: tutti.map((movimento) => movimento.causale).join(" "),
    });
  };
  const addEstraneo = async (chiesto: Extract<Guaio, { tipo: "estraneo" }>): Promise<Movimento[]> => {
    const conti = (await configurazione.find(chiesto.idDominio))?.iban ?? [];
    const iban = conti.find((conto) => chiesto.iban === undefined || conto === chiesto.iban);
    if (iban === undefined) throw new Rifiuto(404, `l'ente ${chiesto.idDominio} non ha questo conto presso questo tesoriere.`);
    const giorno = chiesto.giorno ?? giornoDi(contesto.ora());
    const movimento = movimenti.add({
      ...{ idDominio: chiesto.idDominio, iban, giorno, dataValuta: giorno, importo: chiesto.centesimi, causale: chiesto.causale },
      ...{
        trn: "",
        endToEndId: "",
        idFlusso: "",
        ordinante: { nome: chiesto.ordinante, bic: "BDBGIT2BXXX", codiceFiscale: "90012340045" },
      },
    });
    return rewrite({ ...movimento, ...perduto(movimento) });
  };
  const regolarizza = ({ numeri, reversale, giorno: quando }: Extract<Guaio, { tipo: "regolarizza" }>): Movimento[] => {
    const coperti = [...new Set(numeri)].map(find);
    const [primo] = coperti;
    if (primo === undefined || coperti.some(({ iban }) => iban !== primo.iban))
      throw new Rifiuto(422, "numeri: una reversale copre sospesi dello stesso conto.");
    const { idDominio, iban, ordinante } = primo;
    const sospesi = coperti.map(({ numero: n, importo }) => ({ numero: n, importo }));
    movimenti.order({
      reversale,
      operazione: "REGOLARIZZATO",
      idDominio,
      iban,
      ordinante,
      sospesi,
      giorno: quando ?? giornoDi(contesto.ora()),
    });
    return coperti;
  };
  const ripristina = ({ idDominio, reversale, giorno: quando }: Extract<Guaio, { tipo: "ripristina" }>): Movimento[] => {
    const eseguita = movimenti.findOrdinativo(idDominio, reversale);
    if (eseguita === undefined) throw new Rifiuto(404, `reversale: la ${reversale} non è stata eseguita.`);
    movimenti.order({ ...eseguita, operazione: "RIPRISTINATO", giorno: quando ?? giornoDi(contesto.ora()) });
    return eseguita.sospesi.map((sospeso) => find(sospeso.numero));
  };
  const combina = async (chiesto: Guaio): Promise<Movimento[]> => {
    if (chiesto.tipo === "estraneo") return addEstraneo(chiesto);
    if (chiesto.tipo === "unisci") return unisci(chiesto.numeri);
    if (chiesto.tipo === "regolarizza") return regolarizza(chiesto);
    if (chiesto.tipo === "ripristina") return ripristina(chiesto);
    const movimento = find(chiesto.numero);
    switch (chiesto.tipo) {
      case "spezza":
        return [...rewrite(senza(movimento, chiesto.centesimi)), movimenti.add(integrazione(movimento, chiesto.centesimi))];
      case "tronca":
        return rewrite({ ...movimento, ...perduto(movimento), causale: movimento.causale.slice(0, -chiesto.caratteri) });
      case "causale":
        return rewrite({ ...movimento, ...perduto(movimento), causale: chiesto.causale });
      case "meno":
        return rewrite(senza(movimento, chiesto.centesimi));
      case "raddoppia":
        return [movimento, movimenti.add({ ...senzaNumero(movimento), trn: `${movimento.trn.slice(0, -2)}2T` })];
      case "storna":
        return rewrite({ ...movimento, stornato: true });
      case "integra": {
        const giorno = chiesto.giorno ?? giornoDi(contesto.ora());
        return [movimenti.add({ ...integrazione(movimento, chiesto.centesimi), giorno, dataValuta: giorno })];
      }
    }
  };
  return [
    rotta("POST", "/sandbox/tesoriere/guai", async (richiesta) =>
      json(200, { movimenti: (await combina(await richiesta.json(Guaio))).map(presentaMovimento) }),
    ),
  ];
};
