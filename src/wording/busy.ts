/** What stands for a line that its reader may not read (domain 2.8). */
export const busy = '另有公务'
