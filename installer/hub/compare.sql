-- In a district and on the reading side; both print the same line for each village once all has arrived (here of 7308).
SELECT village, count(*), md5(string_agg(encode(hash, 'hex') || reason, ' ' ORDER BY chain, seq))
    FROM entry WHERE village LIKE '7308%' GROUP BY village ORDER BY village;
