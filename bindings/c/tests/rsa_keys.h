/* Published RSA keys, and encrypted ones, with what they sign. Both C99 and C++17. */
#ifndef RSA_KEYS_H
#define RSA_KEYS_H

/* Published by Binance with its signature examples. */
#define RSA_PEM \
    "-----BEGIN PRIVATE KEY-----\n" \
    "MIIEvgIBADANBgkqhkiG9w0BAQEFAASCBKgwggSkAgEAAoIBAQDPrfWMr2yqxJgJ\n" \
    "cIyA5TDFpZBlB9E3RMbbEcPZijmPDiciZjuRiD1Q6oQzi1MFGTZ523HwSXe9XG3R\n" \
    "NQaLCjxi+VkLsvCoxzgurkWXoQr0VHJyEDxnyRaCzTyvvHQgt0LKCWfqalYNz0ue\n" \
    "doxnYnde3DH/tFFXX0/rTkJyK6LpOyKOAqE0G7OhuQWkLvlUO8mqwtGNqdrtOgzv\n" \
    "kTN5rhb5VeWB4JGWDcAYFb9CQI9wD7/JJU1XQGIOJEY3L/PjGLcjDEiROt57/RS3\n" \
    "i6OVTiAgDcgA405tNLgS326hfbEchI5tKeOxqrFYVfvOK8+4o+rrUBnMhrBg0tJv\n" \
    "1feQKeAnAgMBAAECggEAUdB8PZIWQyfzpTRbhaPElPhmbAaqWxWTKVZUS2zyw/KV\n" \
    "ZC3WJb0AOtJIhm3KpOWL2nGi70BiFY1GDfbPvxKnO25zr/IscLEa5vjsnZFp2Vsz\n" \
    "QtA2m8RSQ/FKiQi6zvCjNSiDcYu2nvYdGi4lnczirdIdOFj2+m6n81D/SC78nNhj\n" \
    "P/JLbSPFw+XOfVqOVelXHw7XGtMH9dgFjWDdB317HcJjZyPDahpQQ7s6PcecDwuv\n" \
    "Qucs+Hi4sAWiHOiwKusx3sT/NL5Og/jAvC5aMy1QswWFnPr90T3qFE4MN1GZszzX\n" \
    "DmDkWaGaRwuwdpi/ocIZF3R9XX3m+WOVdEZRfzzcEQKBgQDt11achN666/j1kgQM\n" \
    "xPdzo06eUUZb/JUtEXz8hU+AzRsN/eso/47pjaPq7nrXFYE4aEx7Je2I9S52Y+b/\n" \
    "SLrctuza25VOxvqIpDynlvM/Iatg9WuTEIuOk7gkBFanDNjDjZDKFuDYSEfN+sX+\n" \
    "UakFT7cm+xu12PWR8HlZmFZL5QKBgQDfiRrC8zADSIE74uFBJ5K88t6cwrktqdPH\n" \
    "9QT69j+VpRXssyUoCfR4/zchKbEyTwSASvL1saJR14Opmvn6Le+0DKq+EV7Z1UM6\n" \
    "svVIzd9pWWMhRh9G83CC5Krx9Ie+34QHNRxBf+rya5if/aBCDtBFedRGbR6Le8MB\n" \
    "yvrpT5hzGwKBgQCU2+QPjnHA2BQ3zq3OODEQJTP9jqzUwd+0F2/8tIsv+C9osHXQ\n" \
    "cTLHJqljTuN/XqxD27OSmAh1Yc80tg5L1P9vSOYxjKGEbrE7eF+mHKod5zrWMoSj\n" \
    "xQUztWzYzgZWA4pfymjGs08Czypx1vS42e9JrbzaHuwXArWgI7wvwVKxqQKBgQCS\n" \
    "ByIZav7Zljr+oUdf5fdBQjPVGowYXZJBVTpMrCN7od4BxEIotuAjTy53lqHwaJhb\n" \
    "KxsvED0m0/BqExjsq6ek6oV8JyLckSobJZ+BUSR60O8mZIW4Nv4wNCvMZl9rfN7m\n" \
    "SnbL/0G/3jRViD1yCfVa/ayD2XMT0eThvfVOBzZjMwKBgB5jasP9TcDAyaEKta+g\n" \
    "6glTM0MKUWfhZzYRbvDXdnatjjMEdixWm9aXwc0Nw+aN0KkdLBwvnDiVMtX+Xl2n\n" \
    "BU2Gxxe3H8qrvkoi8zmzh3VWpqzfB+L3sXAq+6VNNYLEFLBR6D2u4DD86FvY+DsU\n" \
    "miJlY6JEKpSxvkrS04XrbvHk\n" \
    "-----END PRIVATE KEY-----\n"
/* The signature of the documented order, from OpenSSL. */
#define RSA_ORDER_SIGNATURE \
    "uz2xmNkOf1EEsnZoWGraxR13F4jF9JYdC68uvWqYyjFyjwDgcoiMRm23UqsxWkmA208smu7TuGVxm1cWoZa/5fLQ2T/RcfLW9sok" \
    "NWDzf1vM/xEpSmQEsSyIzd/c0pMWGsUkXsYpIarp3e/KSFzgwI73qZfbalBRkkK7u3dLWRVRk4kmEVf6dQUWMyXC44X8LB0M1XFr" \
    "hkqcFYdcP9NcaCZCvb8nzG/nyUPtCJdBxVn8MMgXaVCM8DIbSrUBT0ZUxFQ3gTSd929LR1Tp6P2y4pHiWSElW5nJZYRRn2zUFt4x" \
    "H7wvVKvuuEi8HH0Dusf6KBcWq8/3viAcRUh1Cj4fsQ=="

/* Its secret numbers, highest byte first, as `openssl rsa -text` shows them. */
#define RSA_P \
    "\xed\xd7\x56\x9c\x84\xde\xba\xeb\xf8\xf5\x92\x04\x0c\xc4\xf7\x73\xa3\x4e\x9e\x51\x46\x5b\xfc\x95" \
    "\x2d\x11\x7c\xfc\x85\x4f\x80\xcd\x1b\x0d\xfd\xeb\x28\xff\x8e\xe9\x8d\xa3\xea\xee\x7a\xd7\x15\x81" \
    "\x38\x68\x4c\x7b\x25\xed\x88\xf5\x2e\x76\x63\xe6\xff\x48\xba\xdc\xb6\xec\xda\xdb\x95\x4e\xc6\xfa" \
    "\x88\xa4\x3c\xa7\x96\xf3\x3f\x21\xab\x60\xf5\x6b\x93\x10\x8b\x8e\x93\xb8\x24\x04\x56\xa7\x0c\xd8" \
    "\xc3\x8d\x90\xca\x16\xe0\xd8\x48\x47\xcd\xfa\xc5\xfe\x51\xa9\x05\x4f\xb7\x26\xfb\x1b\xb5\xd8\xf5" \
    "\x91\xf0\x79\x59\x98\x56\x4b\xe5"
#define RSA_Q \
    "\xdf\x89\x1a\xc2\xf3\x30\x03\x48\x81\x3b\xe2\xe1\x41\x27\x92\xbc\xf2\xde\x9c\xc2\xb9\x2d\xa9\xd3" \
    "\xc7\xf5\x04\xfa\xf6\x3f\x95\xa5\x15\xec\xb3\x25\x28\x09\xf4\x78\xff\x37\x21\x29\xb1\x32\x4f\x04" \
    "\x80\x4a\xf2\xf5\xb1\xa2\x51\xd7\x83\xa9\x9a\xf9\xfa\x2d\xef\xb4\x0c\xaa\xbe\x11\x5e\xd9\xd5\x43" \
    "\x3a\xb2\xf5\x48\xcd\xdf\x69\x59\x63\x21\x46\x1f\x46\xf3\x70\x82\xe4\xaa\xf1\xf4\x87\xbe\xdf\x84" \
    "\x07\x35\x1c\x41\x7f\xea\xf2\x6b\x98\x9f\xfd\xa0\x42\x0e\xd0\x45\x79\xd4\x46\x6d\x1e\x8b\x7b\xc3" \
    "\x01\xca\xfa\xe9\x4f\x98\x73\x1b"
#define RSA_DP \
    "\x94\xdb\xe4\x0f\x8e\x71\xc0\xd8\x14\x37\xce\xad\xce\x38\x31\x10\x25\x33\xfd\x8e\xac\xd4\xc1\xdf" \
    "\xb4\x17\x6f\xfc\xb4\x8b\x2f\xf8\x2f\x68\xb0\x75\xd0\x71\x32\xc7\x26\xa9\x63\x4e\xe3\x7f\x5e\xac" \
    "\x43\xdb\xb3\x92\x98\x08\x75\x61\xcf\x34\xb6\x0e\x4b\xd4\xff\x6f\x48\xe6\x31\x8c\xa1\x84\x6e\xb1" \
    "\x3b\x78\x5f\xa6\x1c\xaa\x1d\xe7\x3a\xd6\x32\x84\xa3\xc5\x05\x33\xb5\x6c\xd8\xce\x06\x56\x03\x8a" \
    "\x5f\xca\x68\xc6\xb3\x4f\x02\xcf\x2a\x71\xd6\xf4\xb8\xd9\xef\x49\xad\xbc\xda\x1e\xec\x17\x02\xb5" \
    "\xa0\x23\xbc\x2f\xc1\x52\xb1\xa9"
#define RSA_DQ \
    "\x92\x07\x22\x19\x6a\xfe\xd9\x96\x3a\xfe\xa1\x47\x5f\xe5\xf7\x41\x42\x33\xd5\x1a\x8c\x18\x5d\x92" \
    "\x41\x55\x3a\x4c\xac\x23\x7b\xa1\xde\x01\xc4\x42\x28\xb6\xe0\x23\x4f\x2e\x77\x96\xa1\xf0\x68\x98" \
    "\x5b\x2b\x1b\x2f\x10\x3d\x26\xd3\xf0\x6a\x13\x18\xec\xab\xa7\xa4\xea\x85\x7c\x27\x22\xdc\x91\x2a" \
    "\x1b\x25\x9f\x81\x51\x24\x7a\xd0\xef\x26\x64\x85\xb8\x36\xfe\x30\x34\x2b\xcc\x66\x5f\x6b\x7c\xde" \
    "\xe6\x4a\x76\xcb\xff\x41\xbf\xde\x34\x55\x88\x3d\x72\x09\xf5\x5a\xfd\xac\x83\xd9\x73\x13\xd1\xe4" \
    "\xe1\xbd\xf5\x4e\x07\x36\x63\x33"
#define RSA_QINV \
    "\x1e\x63\x6a\xc3\xfd\x4d\xc0\xc0\xc9\xa1\x0a\xb5\xaf\xa0\xea\x09\x53\x33\x43\x0a\x51\x67\xe1\x67" \
    "\x36\x11\x6e\xf0\xd7\x76\x76\xad\x8e\x33\x04\x76\x2c\x56\x9b\xd6\x97\xc1\xcd\x0d\xc3\xe6\x8d\xd0" \
    "\xa9\x1d\x2c\x1c\x2f\x9c\x38\x95\x32\xd5\xfe\x5e\x5d\xa7\x05\x4d\x86\xc7\x17\xb7\x1f\xca\xab\xbe" \
    "\x4a\x22\xf3\x39\xb3\x87\x75\x56\xa6\xac\xdf\x07\xe2\xf7\xb1\x70\x2a\xfb\xa5\x4d\x35\x82\xc4\x14" \
    "\xb0\x51\xe8\x3d\xae\xe0\x30\xfc\xe8\x5b\xd8\xf8\x3b\x14\x9a\x22\x65\x63\xa2\x44\x2a\x94\xb1\xbe" \
    "\x4a\xd2\xd3\x85\xeb\x6e\xf1\xe4"

/* Published by Binance in the tests of its Java connector, where both sign `timestamp=1736393892000`. */
#define RSA_ENCRYPTED_PEM \
    "-----BEGIN ENCRYPTED PRIVATE KEY-----\n" \
    "MIIFNTBfBgkqhkiG9w0BBQ0wUjAxBgkqhkiG9w0BBQwwJAQQShga56UXeCZkpsuo\n" \
    "tywCXgICCAAwDAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEGBL3VfGbv6F3akf\n" \
    "vI5cVjgEggTQpJ8RpgVuhujt77Ur+LINyk3uGlx10E2K0b7xwXn27RHVSuqVmIFB\n" \
    "OPTWngDc4PUWOmbWO+kDZyk+FikGePMGqJBIrdVmktMcKhvyQYwHJRVLq8Qs2Zzd\n" \
    "Z5JrwNXwFy/F27NJ92d+hsxeD20Ze06Z0gCOsSXPBMNfQbXwb5nDFi52H+2mO05c\n" \
    "xVoSg/floM1EBDwgra//mffxnvgKy/JHFq560PZi1Di9ISfLL9/U1nvjyk1U4Bn4\n" \
    "92TFf4iYd+cTS3/RmP2U36CPZzQZIEPcsuXG+fyWcuttLGhZnViPJUCxyeM3pWul\n" \
    "/JKk9XSclIvYY90sphCDV62FQjQ0btHRw94A/xu2NiNAU29Sm7eQXDM5vbpzqQ8b\n" \
    "RkqQ8VMtZgA7LP9MXDRc5R8Ma2FLt8Vu9NKp7eW9Uw+czVkHhCWC368bSGJhROO7\n" \
    "6vdrBpYspXv3e98B0Jp7ZmcX6U1G26HEIWaIfhM4sXhVAhzWL90QHQ0foi+Rcmsy\n" \
    "qyKepy8P5lH2QOGaKArEYchuu1jXqhBLv6NOnjblmOWLQl1gy81Mi2/vlO4F7oeV\n" \
    "naqFJF1q3v3HujSaaNKnEemNAUfdbbi90Il54v9I+XevtD7wsh0ff4JXkrt7BHe2\n" \
    "Dcr957cw0bIlrdPpSDVoDwomCFMxZok9VFot7woh1pxab4NK7d5OziO3RlZB++Mn\n" \
    "PdJ6je60GR9EhYTsbCeVPakwH2JsiN7FZlJWGsqG5EmmQVncjPn5Wrsx8cvxRW7E\n" \
    "poXZC6ybKne6532XTZ2lWJb6NIVHYYYY7mjDVnzsvcD4IKfSbq1fKHTGRZvitWyU\n" \
    "zhG01ZJIHHsVbeW/ycw3roXt5tOquCCMy239iLdrT4DFqIxFw4rx2L51caX77yaD\n" \
    "FRJMO62wBAEFngoh6AHliHCSz064vTH4WtuoPSM3gmEo3QpCDjHb1vjSqQiI5Cpj\n" \
    "TLhpSBmvfIG8fRDDLAc1tTfeVMSxp+XJBQ2DhG/HYGRBYtKmFnO4K9zQxbBQpPHA\n" \
    "t/YZMm+4YlrEI86ZLTqzqn7EulJi8EB+CsHPmnyOa+Egp/I1179qAt5nMisiRdyY\n" \
    "9h1oenpEvVRcMma4h5SmVRyyx4rKmphXCdMGdlyP2VZJuD2PkcTtLN1VesZnaqcP\n" \
    "mLVez2lHI1IKJyqxpEGNL0zRYuNlzX4VX9nC1RJ03V7vFNVuzzqHleU56Y5c0EbV\n" \
    "DRVRyh9zxvvyAQAAYL51YkjBHR0ssRQdKjYvA9L5otNudcOJv1AkGZCTyYz5R3Mt\n" \
    "+v6UhILtoGaeyfLAuxiY81ut5OKOiIgrzapi3DqFJcdOShL4HbmFtsjnflwoarv/\n" \
    "9FAuU5ruT8mrpUkDrhw7N88gWb1nwg9NB/O5z9JHCx38+cC8GSf4MaE5u6sGVydu\n" \
    "e8Lh+zLi8ADo8pYb/M83FNFFr3UBre/PMaV0le0hhuhu6YQ5kHSrRIyRRGXnHAej\n" \
    "5P+1XbC8TmvDXmG1DIlRSzh5FymbtXhL7UoUaEYn3k+bbp7+tWskEpqPM34h+BvE\n" \
    "FN0BZyHlPVMQysWk3NEthmH07QxZVwfpMilUqHMZOuAAjnhZvD1bn6IHje6qRZ3Q\n" \
    "xpl/qhUtgTJvsC4k7qHrbPH6xNeefae9pjv7EFUOQTO+RBuE0mIk5ck=\n" \
    "-----END ENCRYPTED PRIVATE KEY-----\n"
#define RSA_PASSPHRASE "test123"
#define RSA_ACCOUNT_SIGNATURE \
    "FMz6U/hArExIu5HgzULPhg1/BUSzJpUTrX4JizSOizIB5HwRCcsBURFQg69PKX71Q8Rs/uskJzksHq/F4oe7hiRnWPkt5/gd2TOi" \
    "B3BCiFrFsuLZCerLgPGV5qTS4VoRaRDoXq9aoLoKs28AI/jmKF52nI7XTG1R38T3WdWEOXe4fDvc+6qviMnKeMUiLeOtSd97WPih" \
    "dODm+zBDmeWvorMaJOn9U6iCgvlp/+5aneocqHHlTtcOC+MFd175dgd80RNRw7DEVjUpGT5VOw1vA/yxSuODkIx4gmxqQ5dSWpb1" \
    "aycutwkW0lDjy0S8nTyg04pW7ye1O+vUvg3rNFBHNQ=="
#define ED25519_ENCRYPTED_PEM \
    "-----BEGIN ENCRYPTED PRIVATE KEY-----\n" \
    "MIGjMF8GCSqGSIb3DQEFDTBSMDEGCSqGSIb3DQEFDDAkBBBlYhnjnkypriNPf007\n" \
    "OTExAgIIADAMBggqhkiG9w0CCQUAMB0GCWCGSAFlAwQBKgQQQWqxMnW6Y9N+GMoG\n" \
    "Tb+tvARA/4zAVMN8vStz6kORV1BTxqLsGGm6LafPUOyJTeAYfOWb0w+kNu3ZyJzi\n" \
    "LfC/BCSwjpxqdfVg041XDD8NXZCipA==\n" \
    "-----END ENCRYPTED PRIVATE KEY-----\n"
#define ED25519_PASSPHRASE "test123"
#define ED25519_ACCOUNT_SIGNATURE \
    "1bVUk5CQDr3yqpmiIUmV6lXeIoC6PLDNnc8bca4RFR7SChr2RJi5AtgppEfEPyBxO25lm9iapCiINN9+rhJ1AQ=="

#endif
