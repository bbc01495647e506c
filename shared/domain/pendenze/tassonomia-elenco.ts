/**
 * The pagoPA taxonomy of what is collected, version 33, as published by PagoPA S.p.A. (repository pagopa/pagopa-api, taxonomy/tassonomia.json, MIT): its last entry
 * is of 2023-07-03. One letter per service, from 100 on: the legal reason. Written by local/tools/update-tassonomia.ts: do not edit.
 */
export const EDIZIONE = { versione: "33", data: "2023-07-03" } as const;

/** I = IM tax, T = TS special tax, P = SP public service, S = SA sanction, A = AP other, - = not assigned. */
export const MOTIVI: Readonly<Record<string, string>> = { I: "IM", T: "TS", P: "SP", S: "SA", A: "AP" };

/** By kind of body (2 digits) and area (2 digits). */
export const ELENCO: Readonly<Record<string, string>> = {
  "0101": "IITITISTTI",
  "0102": "SPPAPSS",
  "0103": "TAA",
  "0104": "TTTPTT",
  "0105": "PTTTPAATAAAAPAIAIA",
  "0106": "TTSTAPTAAAPPA",
  "0107": "TTPPPPPAT",
  "0108": "PPTTAPA",
  "0109": "P",
  "0110": "TA",
  "0111": "TA",
  "0112": "TAPAT",
  "0113": "PAAAA",
  "0114": "TPPTAAAAPSPA",
  "0115": "TTATPAPAPTTTIAIPPAAAAAAAATAP",
  "0201": "TPITSPPPITTTTAAAPAPPSSAAAAAAASATAIITITTA",
  "0301": "TAAATTTTPAPITTSTTTPPATTAAATIIATAAAA",
  "0401": "TTTTTTTTASTT",
  "0501": "TTTPAPTTSTPPTATPPPSPPPAPIPPIPAATAAAPAAPSSAPAAPPPAPAAAP",
  "0601": "TTTTTPPPPPAPAATAASPTPPPPPAITAAAAAA",
  "0701": "A",
  "0702": "TTTTTAATTTSTTTPTSSSSAATAAAAATTTATTTATTTTPTPTSTTPTTITTS",
  "0703": "TT",
  "0704": "TTATA",
  "0705": "TTTTT",
  "0706": "TT",
  "0707": "TT",
  "0708": "AAAATPAASASTT",
  "0709": "ITIAAAAAAAAAAAAAAA",
  "0710": "IAII",
  "0711": "TAIAAIP",
  "0712": "TAAPPATATSA",
  "0713": "TTTIT",
  "0714": "TTTTTAAAASAAAASTTA",
  "0715": "PPPPPPP",
  "0716": "IATATAAAAAAAAAAATA",
  "0801": "A",
  "0802": "AAAAAAAAAAA",
  "0803": "AAAAA",
  "0804": "PAAAAA",
  "0805": "AAAAAPAAPPAAAA",
  "0901": "APIAA",
  "0902": "PTAPTTSSTTPP",
  "0903": "PPPTPPTTSPPI",
  "0904": "PPPPSTTTTTTA",
  "0905": "AA",
  "0906": "PIPP",
  "0907": "AA",
  "0908": "TTTT",
  "0909": "AAAAAAAAAAAAAAAAAAAA",
  "0910": "A",
  "0911": "AAAAA",
  "0912": "PA",
  "1001": "TAT",
  "1002": "TIAAT",
  "1101": "A",
  "1102": "AAAAAA",
  "1103": "A",
  "1104": "AA",
  "1201": "AAAPPIIIPSTT",
};

/** Last day of validity of the codes that have one. */
export const FINE_VALIDITA: Readonly<Record<string, string>> = {
  "0115119AP": "2021-12-01",
  "0301119SP": "2022-01-09",
  "0706100TS": "2022-01-04",
  "0706101TS": "2022-01-04",
};
