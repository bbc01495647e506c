/**
 * What pagoPA's Backoffice knows of creditors, accounts and stations. It starts as the mirror of the gateway's registry (read as administrator,
 * else the seed): what a test or a person says of an account, or of an association, prevails and stays.
 */
import type { Contesto } from "../contesto.ts";
import { AMMINISTRATORE, basic } from "../credenziali.ts";
import type { Configurazione } from "../nodo/configurazione.ts";
import { CREDITORI } from "../seed-dati.ts";

export interface ContoCensito {
  readonly idDominio: string;
  readonly ragioneSociale: string;
  readonly iban: string;
  readonly stato: string;
  readonly attivoDal: string;
  readonly fineValidita?: string;
  readonly etichetta?: string;
}

export interface EnteAssociato {
  readonly idDominio: string;
  readonly ragioneSociale: string;
  readonly idIntermediario: string;
  readonly idStazione: string;
  readonly versionePrimitiva: number;
  readonly abilitato: boolean;
  readonly statoStazione: string;
  readonly auxDigit: string;
  readonly segregationCode?: string;
  readonly applicationCode?: string;
  readonly cbill?: string;
}

/** What is said of an account; `tolto`: the list no longer has it. */
export interface VarianteConto {
  readonly idDominio: string;
  readonly iban: string;
  readonly stato?: string | undefined;
  readonly attivoDal?: string | undefined;
  readonly fineValidita?: string | undefined;
  readonly etichetta?: string | undefined;
  readonly tolto?: boolean | undefined;
}

export interface VarianteEnte extends Partial<Omit<EnteAssociato, "idDominio">> {
  readonly idDominio: string;
  readonly tolto?: boolean;
}

/** Instant from which the accounts of the demonstration are in force. */
const DA_SEMPRE = "2020-01-01T00:00:00Z";
const INTERMEDIARIO_PA = /^\d{11}_\d{2}$/;

interface Numerazione {
  readonly auxDigit?: string;
  readonly segregationCode?: string;
  readonly cbill?: string;
}

const daSeed = (idDominio: string): Numerazione => {
  const creditore = CREDITORI.find((voce) => voce.idDominio === idDominio);
  return creditore ? { auxDigit: "3", segregationCode: creditore.segregationCode, cbill: String(creditore.dati["cbill"] ?? "") } : {};
};

/** Numbering of a creditor, as its administrator wrote it in the gateway. */
const readNumerazione = async (baseUrl: string, idDominio: string): Promise<Numerazione> => {
  try {
    const risposta = await fetch(`${baseUrl}/backoffice/v1/domini/${idDominio}`, {
      headers: { authorization: basic(AMMINISTRATORE) },
      signal: AbortSignal.timeout(5_000),
    });
    if (!risposta.ok) return daSeed(idDominio);
    const corpo: Record<string, unknown> = await risposta.json();
    const testo = (campo: string) => (typeof corpo[campo] === "string" ? { [campo]: String(corpo[campo]) } : {});
    return { ...testo("auxDigit"), ...testo("segregationCode"), ...testo("cbill") };
  } catch {
    return daSeed(idDominio);
  }
};

export const createRegistroEc = (contesto: Contesto, configurazione: Configurazione) => {
  const conti = contesto.archivio.raccolta<VarianteConto>("backoffice-ec-conti");
  const enti = contesto.archivio.raccolta<VarianteEnte>("backoffice-ec-enti");

  return {
    setConto: (variante: VarianteConto): void => conti.put(`${variante.idDominio}#${variante.iban}`, variante),
    setEnte: (variante: VarianteEnte): void => enti.put(variante.idDominio, variante),

    listConti: async (idIntermediario: string): Promise<readonly ContoCensito[]> => {
      const suoi = (await configurazione.list()).filter((ente) => ente.idIntermediario === idIntermediario);
      const varianti = conti.list();
      return suoi.flatMap(({ idDominio, ragioneSociale, iban = [] }) => {
        const dette = varianti.filter((variante) => variante.idDominio === idDominio);
        return [...new Set([...iban, ...dette.map((detta) => detta.iban)])].sort().flatMap((codice): ContoCensito[] => {
          const detta = dette.find((variante) => variante.iban === codice);
          if (detta?.tolto) return [];
          const { stato = "ENABLED", attivoDal = DA_SEMPRE, fineValidita, etichetta } = detta ?? {};
          return [
            {
              ...{ idDominio, ragioneSociale, iban: codice, stato, attivoDal },
              ...(fineValidita === undefined ? {} : { fineValidita }),
              ...(etichetta === undefined ? {} : { etichetta }),
            },
          ];
        });
      });
    },

    listEnti: async (idIntermediario: string): Promise<readonly EnteAssociato[]> => {
      const suoi = (await configurazione.list()).filter((ente) => ente.idIntermediario === idIntermediario);
      const varianti = enti.list();
      const associati = await Promise.all(
        suoi.map(async ({ idDominio, ragioneSociale, idStazione = "", versionePrimitiva, abilitato }): Promise<EnteAssociato[]> => {
          const { tolto, ...detto } = varianti.find((variante) => variante.idDominio === idDominio) ?? { tolto: false };
          if (tolto) return [];
          const { auxDigit = "3", ...numerazione } = await readNumerazione(contesto.macchina.baseUrl, idDominio);
          const applicationCode = auxDigit === "0" && INTERMEDIARIO_PA.test(idStazione) ? { applicationCode: idStazione.slice(-2) } : {};
          const base = { idDominio, ragioneSociale, idIntermediario, idStazione, versionePrimitiva, abilitato, statoStazione: "enabled" };
          return [{ ...base, auxDigit, ...numerazione, ...applicationCode, ...detto }];
        }),
      );
      return associati.flat();
    },
  };
};

export type RegistroEc = ReturnType<typeof createRegistroEc>;
