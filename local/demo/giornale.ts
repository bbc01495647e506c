/** Reads the treasurer's cash journal (OPI) as the accounting system would: the incomes not yet assigned, with amount, account, remittance text and TRN. */
import { XMLParser } from "fast-xml-parser";
import { centesimiDi } from "./narratore.ts";

export interface MovimentoDiCassa {
  readonly importo: number;
  readonly centesimi: bigint;
  readonly causale: string;
  readonly sct: string;
  readonly data: string;
}

const lettore = new XMLParser({
  parseTagValue: false,
  isArray: (nome) => nome === "movimento_conto_evidenza" || nome === "informazioni_conto_evidenza",
});

interface MovimentoOpi {
  readonly tipo_documento: string;
  readonly importo: string;
  readonly causale: string;
  readonly codice_riferimento_operazione?: string;
  readonly data_movimento: string;
}

interface GiornaleOpi {
  readonly flusso_giornale_di_cassa: {
    readonly informazioni_conto_evidenza?: readonly { readonly movimento_conto_evidenza?: readonly MovimentoOpi[] }[];
  };
}

export const readGiornale = (xml: string): readonly MovimentoDiCassa[] => {
  const giornale: GiornaleOpi = lettore.parse(xml);
  return (giornale.flusso_giornale_di_cassa.informazioni_conto_evidenza ?? [])
    .flatMap((conto) => conto.movimento_conto_evidenza ?? [])
    .filter((movimento) => movimento.tipo_documento === "SOSPESO ENTRATA")
    .map((movimento) => ({
      importo: Number(movimento.importo),
      centesimi: centesimiDi(Number(movimento.importo)),
      causale: movimento.causale,
      sct: movimento.codice_riferimento_operazione ?? "",
      data: movimento.data_movimento,
    }));
};
